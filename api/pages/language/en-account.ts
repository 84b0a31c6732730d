/** Pages on which clients and agencies keep what is theirs: renewals, blocked domains, billing details. */
export const enAccount = {
  'orders.renews': 'Renews on',
  'orders.end': 'End the renewal',
  'orders.end.title': 'End the renewal of order {id}',
  'orders.end.says':
    'No new order follows on {day}, and {price} is not billed then. Order {id} itself goes on as agreed; ending its renewal costs nothing.',
  'orders.end.whole': 'To cancel the order itself, write to us: we tell you first what is owed for what was delivered.',
  'orders.end.reason': 'Your reason',
  'orders.end.done': 'The renewal has ended. No order follows this one.',
  'blocked.title': 'Blocked domains',
  'blocked.says':
    'We place no links on these domains, nor on anything below them. Links that stand there already stay.',
  'blocked.none': 'No domain is blocked',
  'blocked.none.text': 'Name websites on which you want no links, such as those of competitors.',
  'blocked.domain': 'Domain',
  'blocked.add': 'Block it',
  'blocked.allow': 'Allow links on {domain} again',
  'blocked.added': '{domain} is blocked. Proposals that were open there are withdrawn.',
  'blocked.allowed': 'Links there are allowed again.',
  'billing.title': 'Billing details',
  'billing.says':
    'These details stand on every invoice that we issue from now on. Invoices that were issued stay as they are.',
  'billing.name': 'Name or company',
  'billing.address': 'Address',
  'billing.tax_id': 'Tax number',
  'billing.email': 'E-mail on the invoice',
  'billing.country': 'Country, two letters such as DE',
  'billing.saved': 'Saved. Your next invoice is made out so.',
} as const;

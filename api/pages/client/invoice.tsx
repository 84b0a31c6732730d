import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { reasonWords } from '../language/reasons.ts';
import { definePage, type Visit } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { Live } from '../parts/live.tsx';
import { Badge, Card, Facts, Notice } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, periodOf, sitesOf, THEIRS } from './common.ts';
import { type Invoice, numberOf } from './invoices.tsx';
import { lineTitle, lineWords } from './line-words.ts';

/** One invoice: what it is for, in words with its arithmetic, what was paid, and how to pay the rest. */
export const ownInvoicePage = definePage({
  ...THEIRS,
  name: 'ownInvoice',
  path: '/app/invoices/{id}/',
  summary: 'One invoice, each line in plain words; paying and disputing it',
  may: 'invoices',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const { backend, say, formats, id } = visit;
    const { data: invoice } = await backend.get('billing/invoices/{id}/', { path: { id } });
    const [sites, disputes, said] = await Promise.all([
      sitesOf(
        visit,
        invoice.lines.map(({ site_id }) => site_id),
      ),
      backend.all('audit/disputes/', { query: { invoice_id: id } }, 50),
      conversationOf(visit, 'invoice', id),
    ]);
    const isOwed = Number(invoice.amount_due) > 0 && ['open', 'past_due'].includes(invoice.status);
    return {
      title: say('invoices.one', { number: numberOf(visit, invoice) }),
      crumbs: [{ label: say('invoices.title'), href: AT.invoices }],
      actions: (
        <>
          {isOwed && (
            <a class="button main" href={`${AT.invoice(id)}pay/`}>
              {say('invoices.pay', { amount: formats.number(invoice.amount_due, 'usd') })}
            </a>
          )}
          {invoice.number !== null && (
            <a class="button" href={`${AT.invoice(id)}pdf/`} download>
              {say('invoices.pdf')}
            </a>
          )}
        </>
      ),
      body: (
        <div class="stack">
          <State visit={visit} invoice={invoice} />
          <Lines visit={visit} invoice={invoice} sites={sites} />
          <Moved visit={visit} invoice={invoice} />
          <Disputes visit={visit} invoice={invoice} disputes={disputes} />
          <Conversation visit={visit} said={said} />
        </div>
      ),
    };
  },
  forms: {
    async message(visit, sent) {
      const { backend, id, say } = visit;
      const { data } = await backend.get('billing/invoices/{id}/', { path: { id } });
      await sendMessage(visit, sent, { kind: 'invoice', id, account: data.account_id });
      return { to: `${AT.invoice(id)}#conversation`, notice: say('talk.sent') };
    },
  },
  downloads: {
    pdf: ({ backend, id }) => backend.download('billing/invoices/{id}/pdf/', { path: { id } }),
  },
});

type Props = { readonly visit: Visit; readonly invoice: Invoice };

const State: FC<Props> = ({ visit, invoice }) => {
  const { say } = visit;
  const { status, due_on, issued_on, period_start, period_end, dunning } = invoice;
  return (
    <Live of={visit.live} id="state" as="section" class="card">
      <div class="stack">
        {dunning.next !== null && status === 'past_due' && (
          <Notice tone="warn">
            {say(`invoices.dunning.${dunning.next.action}`, { day: dayOf(visit, dunning.next.on) })}
          </Notice>
        )}
        <Facts
          facts={[
            [say('invoices.status'), <Badge status={status} label={say(`invoices.status.${status}`)} />],
            [say('invoices.period'), periodOf(visit, period_start, period_end)],
            [say('invoices.issued'), dayOf(visit, issued_on)],
            [say('invoices.due'), dayOf(visit, due_on)],
          ]}
        />
      </div>
    </Live>
  );
};

type LinesProps = Props & { readonly sites: (id: number | null) => string };
const Lines: FC<LinesProps> = ({ visit, invoice, sites }) => {
  const { say, formats } = visit;
  const money = (value: string): string => formats.number(value, 'usd');
  const isThere = (value: string): boolean => Number(value) !== 0;
  const sums = [
    [say('invoices.subtotal'), invoice.subtotal, isThere(invoice.tax)],
    [say('invoices.tax', { rate: formats.rate(invoice.tax_rate) }), invoice.tax, isThere(invoice.tax)],
    [say('invoices.total'), invoice.total, true],
    [say('invoices.credited'), `-${invoice.credited}`, isThere(invoice.credited)],
    [say('invoices.paid'), `-${invoice.paid}`, isThere(invoice.paid)],
    [say('invoices.refunded'), invoice.refunded, isThere(invoice.refunded)],
    [say('invoices.amount_due'), invoice.amount_due, true],
  ] as const;
  return (
    <Card title={say('invoices.lines')}>
      <ul class="money-lines" id="lines">
        {invoice.lines
          .filter(({ kind }) => kind !== 'tax')
          .map((line) => (
            <li>
              <details>
                <summary>
                  <span>{lineTitle(visit, line, sites)}</span>
                  <span class="figure">{money(line.amount)}</span>
                </summary>
                <p class="inside">{lineWords(visit, line)}</p>
              </details>
            </li>
          ))}
      </ul>
      <Live of={visit.live} id="sums" as="div">
        <dl class="sums">
          {sums
            .filter(([, , shown]) => shown)
            .map(([label, value]) => (
              <div class={label === say('invoices.amount_due') ? 'strong' : undefined}>
                <dt>{label}</dt>
                <dd class="figure">{money(value)}</dd>
              </div>
            ))}
        </dl>
      </Live>
    </Card>
  );
};

const Moved: FC<Props> = ({ visit, invoice }) => {
  const { say, formats, moment } = visit;
  const { payments, credit_notes: notes, refunds } = invoice;
  const money = (value: string): string => formats.number(value, 'usd');
  if (payments.length + notes.length + refunds.length === 0) return null;
  return (
    <Live of={visit.live} id="moved" as="section" class="card">
      <div class="card-head">
        <h2>{say('invoices.moved')}</h2>
      </div>
      <ul class="items">
        {payments.map(({ gateway, status, amount, at }) => (
          <li>
            <span>
              {say('common.pair', { first: say(`payment.gateway.${gateway}`), second: money(amount) })}{' '}
              <Badge status={status} label={say(`payment.status.${status}`)} tone={toneOf(status)} />
            </span>
            <span class="when">{moment(at)}</span>
          </li>
        ))}
        {notes.map(({ number, reason, total, issued_on }) => (
          <li>
            <span>
              {say('common.pair', {
                first: say('payment.credit', { number: number ?? '', reason: reasonWords(reason, say) }),
                second: money(total),
              })}
            </span>
            <span class="when">{dayOf(visit, issued_on)}</span>
          </li>
        ))}
        {refunds.map(({ reason, amount, at }) => (
          <li>
            <span>
              {say('common.pair', {
                first: say('payment.refund', { reason: reasonWords(reason, say) }),
                second: money(amount),
              })}
            </span>
            <span class="when">{moment(at)}</span>
          </li>
        ))}
      </ul>
    </Live>
  );
};
const toneOf = (status: Schemas['Payment']['status']) =>
  status === 'succeeded' ? 'good' : status === 'failed' || status === 'reversed' ? 'bad' : 'accent';

/** What can be disputed: what was paid, or is to be. */
export const isDisputable = ({ status }: Invoice): boolean => status !== 'draft' && status !== 'void';
const CLOSED = new Set(['won', 'lost', 'credited']);

type DisputesProps = Props & { readonly disputes: readonly Schemas['Dispute'][] };
const Disputes: FC<DisputesProps> = ({ visit, invoice, disputes }) => {
  const { say, formats, moment } = visit;
  const isOpen = disputes.some(({ status }) => !CLOSED.has(status));
  return (
    <>
      {disputes.length > 0 && (
        <Live of={visit.live} id="disputes" as="section" class="card">
          <div class="card-head">
            <h2>{say('dispute.list')}</h2>
          </div>
          <ul class="items">
            {disputes.map(({ status, amount, reason, opened_at }) => (
              <li>
                <span>
                  <Badge status={status} label={say(`dispute.status.${status}`)} tone="accent" />{' '}
                  {formats.number(amount, 'usd')}: <bdi>{reason}</bdi>
                </span>
                <span class="when">{moment(opened_at)}</span>
              </li>
            ))}
          </ul>
        </Live>
      )}
      {isDisputable(invoice) && !isOpen && (
        <p>
          <a href={`${AT.invoice(invoice.id)}dispute/`}>{say('invoices.dispute')}</a>
        </p>
      )}
    </>
  );
};

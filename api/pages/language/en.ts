import { enAccount } from './en-account.ts';
import { enClient } from './en-client.ts';
import { enMoney } from './en-money.ts';
import { enOrders } from './en-orders.ts';
import { enReports } from './en-reports.ts';
import { enSignIn } from './en-sign-in.ts';
import { enTalk } from './en-talk.ts';
import { enTold } from './en-told.ts';

/** What the frame says, and pages of clients and agencies. Pages of the team are in English and say it themselves. */
export const en = {
  'frame.skip': 'Skip to content',
  'frame.menu': 'Pages',
  'frame.home': 'Home',
  'frame.path': 'Where you are',
  'frame.sign_out': 'Sign out',
  'frame.as.client': 'client',
  'frame.as.agency': 'agency',
  'frame.signed_in': 'Signed in as {name}',
  'frame.live': 'Changes show by themselves',
  'frame.sandbox': 'Sandbox. Its clock says {time}; nothing here is real.',
  'frame.advance_by': 'Advance the clock by',
  'frame.days.1': '1 day',
  'frame.days.7': '7 days',
  'frame.days.30': '30 days',
  'frame.language': 'Language',
  'frame.language.change': 'Change',
  'language.title': 'Language',
  'language.says':
    'Pages, and mails about signing in, are in the language that you choose here. Reports have a language of their own.',
  'list.show': 'Show',
  'list.clear': 'Clear filters',
  'list.all': 'All',
  'list.csv': 'Download as CSV',
  'list.range': '{from}–{to} of {count}',
  'list.pages': 'Pages of the list',
  'list.previous': 'Previous',
  'list.next': 'Next',
  'list.none': 'Nothing matches these filters.',
  'form.wrong': 'This did not go through',
  'form.optional': 'optional',
  'form.one_a_line': 'One a line.',
  'form.back': 'Go back',
  'form.sent_before':
    'This form was sent before. Here it is again with what you typed: look at it and send it once more.',
  'form.moved':
    'Somebody changed this while you had the form open. It shows how things are now, with what you typed: look at it and send it again.',
  'form.expired': 'The form was open for too long, or you signed in again meanwhile. Send it once more.',
  'problem.home': 'Go to the first page',
  'problem.again': 'Try again',
  'problem.sign_in': 'Sign in',
  'problem.reference': 'If you ask us about it, name {id}.',
  'problem.missing.title': 'There is no such page',
  'problem.missing.text':
    'It is not there, or it is not yours to see. An address that you were sent may belong to another account.',
  'problem.unknown.title': 'Sign in to see this page',
  'problem.unknown.text': 'You are not signed in, or your session has ended.',
  'problem.forbidden.title': 'You may not do that',
  'problem.forbidden.text': 'Ask whoever manages the members of your account.',
  'problem.plan.title': 'Your plan does not include this',
  'problem.plan.text': 'It comes with the plan {plan}.',
  'problem.plan.none': 'Ask us which plan has it.',
  'problem.often.title': 'That was too often',
  'problem.often.text': 'Wait for a minute, then try again.',
  'problem.waiting.title': 'Back in a moment',
  'problem.waiting.text': 'We cannot answer this now. Nothing is lost; try again in a few seconds.',
  'problem.gone.title': 'This is no longer there',
  'problem.gone.text': 'It was removed, or its time is over.',
  'problem.refused.title': 'That did not work',
  'problem.ours.title': 'Something went wrong here',
  'problem.ours.text': 'It is our fault and was noted.',
  'problem.foreign.text': 'The form came from another site, so nothing was done. Open the page here and send it again.',
  'start.title': 'Welcome',
  'start.none': 'There is nothing here for you yet',
  'start.later': 'As soon as there is, it stands in the navigation.',
  ...enAccount,
  ...enClient,
  ...enOrders,
  ...enMoney,
  ...enReports,
  ...enTalk,
  ...enTold,
  ...enSignIn,
} as const;

import { nlAccount } from './nl-account.ts';
import { nlClient } from './nl-client.ts';
import { nlMoney } from './nl-money.ts';
import { nlOrders } from './nl-orders.ts';
import { nlReports } from './nl-reports.ts';
import { nlSignIn } from './nl-sign-in.ts';
import { nlTalk } from './nl-talk.ts';
import { nlTold } from './nl-told.ts';
import type { PageWords } from './page-words.ts';

/** What pages say, in Dutch. */
export const nl: PageWords = {
  'frame.skip': 'Naar de inhoud',
  'frame.menu': 'Pagina’s',
  'frame.home': 'Startpagina',
  'frame.path': 'Waar u bent',
  'frame.sign_out': 'Uitloggen',
  'frame.as.client': 'klant',
  'frame.as.agency': 'bureau',
  'frame.signed_in': 'Ingelogd als {name}',
  'frame.live': 'Wijzigingen verschijnen vanzelf',
  'frame.sandbox': 'Testomgeving. De klok staat op {time}; niets hier is echt.',
  'frame.advance_by': 'Klok vooruitzetten met',
  'frame.days.1': '1 dag',
  'frame.days.7': '7 dagen',
  'frame.days.30': '30 dagen',
  'frame.language': 'Taal',
  'frame.language.change': 'Wijzigen',
  'language.title': 'Taal',
  'language.says':
    'Deze pagina’s en de e-mails over inloggen zijn in de taal die u hier kiest. Rapporten hebben een eigen taal.',
  'list.show': 'Tonen',
  'list.clear': 'Filters wissen',
  'list.all': 'Alle',
  'list.csv': 'Downloaden als csv',
  'list.range': '{from}–{to} van {count}',
  'list.pages': 'Pagina’s van de lijst',
  'list.previous': 'Vorige',
  'list.next': 'Volgende',
  'list.none': 'Niets voldoet aan deze filters.',
  'form.wrong': 'Dat is niet gelukt',
  'form.optional': 'optioneel',
  'form.one_a_line': 'Eén per regel.',
  'form.back': 'Terug',
  'form.sent_before':
    'Dit formulier is al eerder verstuurd. Hier is het opnieuw met wat u hebt ingevuld: controleer het en verstuur het nog een keer.',
  'form.moved':
    'Iemand heeft dit gewijzigd terwijl u het formulier open had. Het toont de huidige stand met wat u hebt ingevuld: controleer het en verstuur het opnieuw.',
  'form.expired': 'Het formulier stond te lang open, of u bent intussen opnieuw ingelogd. Verstuur het nog een keer.',
  'problem.home': 'Naar de eerste pagina',
  'problem.again': 'Opnieuw proberen',
  'problem.sign_in': 'Inloggen',
  'problem.reference': 'Vermeld {id} als u ons hierover iets vraagt.',
  'problem.missing.title': 'Deze pagina bestaat niet',
  'problem.missing.text':
    'De pagina is er niet, of is niet voor u bedoeld. Een adres dat u hebt gekregen, hoort misschien bij een ander account.',
  'problem.unknown.title': 'Log in om deze pagina te zien',
  'problem.unknown.text': 'U bent niet ingelogd, of uw sessie is verlopen.',
  'problem.forbidden.title': 'Dat mag u niet',
  'problem.forbidden.text': 'Vraag het aan degene die de leden van uw account beheert.',
  'problem.plan.title': 'Uw abonnement bevat dit niet',
  'problem.plan.text': 'Het zit in het abonnement {plan}.',
  'problem.plan.none': 'Vraag ons welk abonnement dit bevat.',
  'problem.often.title': 'Dat was te vaak',
  'problem.often.text': 'Wacht een minuut en probeer het dan opnieuw.',
  'problem.waiting.title': 'Zo terug',
  'problem.waiting.text':
    'We kunnen dit nu niet beantwoorden. Er is niets verloren; probeer het over een paar seconden opnieuw.',
  'problem.gone.title': 'Dit is er niet meer',
  'problem.gone.text': 'Het is verwijderd, of de tijd ervan is voorbij.',
  'problem.refused.title': 'Dat is niet gelukt',
  'problem.ours.title': 'Er ging hier iets mis',
  'problem.ours.text': 'Het ligt aan ons en de fout is vastgelegd.',
  'problem.foreign.text':
    'Het formulier kwam van een andere site, dus er is niets gedaan. Open de pagina hier en verstuur het opnieuw.',
  'start.title': 'Welkom',
  'start.none': 'Hier is nog niets voor u',
  'start.later': 'Zodra er iets is, staat het in de navigatie.',
  ...nlAccount,
  ...nlClient,
  ...nlOrders,
  ...nlMoney,
  ...nlReports,
  ...nlTalk,
  ...nlTold,
  ...nlSignIn,
};

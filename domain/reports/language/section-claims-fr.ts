import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in French. */
export const sectionClaimsFr: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'toutes les sections de ce rapport',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console et, à défaut, Ahrefs',
  source_conversions: 'conversions signalées pour le site',
  source_articles: 'articles publiés sur le site',
  source_indexing: 'inspections d’URL par Google Search Console',
  source_links: 'nos commandes et notre contrôle de chaque lien',
  source_social: 'publications et interactions mesurées',
  source_health: 'mesures du plan directeur du site',
  source_work: 'notre propre journal',
  source_plan: 'calendrier éditorial, plan de campagne et validations en attente',

  // Organic traffic.
  traffic_up: 'Les clics issus de la recherche ont augmenté de {percent}, à {clicks}.',
  traffic_down: 'Les clics issus de la recherche ont baissé de {percent}, à {clicks}.',
  traffic_steady: 'Les clics issus de la recherche sont restés stables, à {clicks}.',
  traffic_first: {
    one: 'La recherche a apporté {count} clic ; il n’y a pas de période précédente à laquelle le comparer.',
    many: 'La recherche a apporté {count} de clics ; il n’y a pas de période précédente à laquelle les comparer.',
    other: 'La recherche a apporté {count} clics ; il n’y a pas de période précédente à laquelle les comparer.',
  },
  traffic_from_nothing: {
    one: 'La recherche a apporté son premier clic.',
    many: 'La recherche a apporté {count} de clics, après aucun à la période précédente.',
    other: 'La recherche a apporté {count} clics, après aucun à la période précédente.',
  },
  traffic_still_nothing: 'La recherche n’a apporté aucun clic, comme à la période précédente.',
  traffic_none: 'Il n’y a pas de données de recherche pour cette période.',
  traffic_none_reason:
    'Google Search Console n’a rien transmis pour ces jours. Les données apparaîtront ici une fois la connexion établie et les données transmises.',
  traffic_rule:
    'Vert : les clics ont baissé de 5 % au plus par rapport à la période précédente. Orange : de 20 % au plus. Rouge : de plus.',
  traffic_next_first: 'Dès la prochaine période, cette section présentera une comparaison.',
  traffic_next_seen_not_clicked:
    'Le site est vu plus souvent, mais moins cliqué : les titres et les descriptions des pages les plus visibles méritent d’être revus.',
  traffic_next_seen_more:
    'Le site est vu plus souvent, et les internautes qui le voient cliquent toujours : nous continuons comme prévu.',
  traffic_next_fewer_better:
    'Le site est vu moins souvent, mais par des personnes à qui il convient mieux. Nous élargissons les thèmes qui fonctionnent.',
  traffic_next_seen_less: 'Le site est vu moins souvent. Nous examinons d’abord les pages qui ont le plus perdu.',
  traffic_next_clicked_less:
    'Le site est vu aussi souvent qu’auparavant, mais moins cliqué : les titres et les descriptions des pages les plus visibles méritent d’être revus.',
  traffic_next_clicked_more:
    'Le site est vu aussi souvent qu’auparavant et plus souvent cliqué : ce que les internautes lisent dans les résultats leur convient mieux.',
  traffic_next_same:
    'Le site est vu à peu près aussi souvent qu’auparavant ; la croissance dépend maintenant de nouveaux thèmes et de meilleures positions.',
  year_unknown: 'La valeur de l’année précédente n’est pas connue.',
  year_same: 'C’est à peu près autant qu’un an plus tôt.',
  year_more: 'C’est {percent} de plus qu’un an plus tôt.',
  year_less: 'C’est {percent} de moins qu’un an plus tôt.',
  search_cut: {
    one: 'Les données de recherche s’arrêtent au {day} ; seul le premier jour de chaque période est donc comparé.',
    many: 'Les données de recherche s’arrêtent au {day} ; la comparaison porte donc sur les premiers jours de chaque période ({count}).',
    other:
      'Les données de recherche s’arrêtent au {day} ; la comparaison porte donc sur les {count} premiers jours de chaque période.',
  },

  // Keyword rankings.
  rankings_first: {
    one: '{count} mot-clé se classe dans le top 10 ; la situation antérieure n’est pas connue.',
    many: '{count} de mots-clés se classent dans le top 10 ; la situation antérieure n’est pas connue.',
    other: '{count} mots-clés se classent dans le top 10 ; la situation antérieure n’est pas connue.',
  },
  rankings_same: {
    one: '{count} mot-clé se classe dans le top 10, comme auparavant.',
    many: '{count} de mots-clés se classent dans le top 10, autant qu’auparavant.',
    other: '{count} mots-clés se classent dans le top 10, autant qu’auparavant.',
  },
  rankings_more: {
    one: 'Un mot-clé se classe désormais dans le top 10, contre {before} auparavant.',
    many: '{count} de mots-clés se classent désormais dans le top 10, contre {before} auparavant.',
    other: '{count} mots-clés se classent désormais dans le top 10, contre {before} auparavant.',
  },
  rankings_fewer: {
    one: '{count} mot-clé se classe désormais dans le top 10, contre {before} auparavant.',
    many: '{count} de mots-clés se classent désormais dans le top 10, contre {before} auparavant.',
    other: '{count} mots-clés se classent désormais dans le top 10, contre {before} auparavant.',
  },
  rankings_new: {
    one: 'Un mot-clé se classe pour la première fois.',
    many: '{count} de mots-clés se classent pour la première fois.',
    other: '{count} mots-clés se classent pour la première fois.',
  },
  rankings_none: 'Il n’y a pas de positions pour cette période.',
  rankings_none_reason:
    'Ni Google Search Console ni Ahrefs n’a transmis de position pour ces jours. Les positions apparaîtront ici dès que ce sera le cas.',
  rankings_rule:
    'Vert : le nombre de mots-clés dans le top 10 a baissé de 5 % au plus par rapport à la période précédente. Orange : de 20 % au plus. Rouge : de plus.',
  rankings_next_loser: '« {keyword} » a le plus reculé : sa page est la première que nous améliorons.',
  rankings_next_gone:
    '« {keyword} » ne figure plus parmi les 50 premiers : sa page est la première que nous améliorons.',
  rankings_next_winners:
    'Les mots-clés en progression montrent les thèmes qui fonctionnent ; nous nous appuyons dessus.',
  rankings_next_steady: 'Les positions sont stables. De nouveaux articles et de nouveaux liens les feront évoluer.',

  // Conversions.
  conversions_first: {
    one: '{count} conversion a été comptée ; il n’y a pas de période précédente à laquelle la comparer.',
    many: '{count} de conversions ont été comptées ; il n’y a pas de période précédente à laquelle les comparer.',
    other: '{count} conversions ont été comptées ; il n’y a pas de période précédente à laquelle les comparer.',
  },
  conversions_same: {
    one: '{count} conversion a été comptée, comme auparavant.',
    many: '{count} de conversions ont été comptées, autant qu’auparavant.',
    other: '{count} conversions ont été comptées, autant qu’auparavant.',
  },
  conversions_up: {
    one: 'Une conversion a été comptée, soit {percent} de plus qu’auparavant.',
    many: '{count} de conversions ont été comptées, soit {percent} de plus qu’auparavant.',
    other: '{count} conversions ont été comptées, soit {percent} de plus qu’auparavant.',
  },
  conversions_down: {
    one: '{count} conversion a été comptée, soit {percent} de moins qu’auparavant.',
    many: '{count} de conversions ont été comptées, soit {percent} de moins qu’auparavant.',
    other: '{count} conversions ont été comptées, soit {percent} de moins qu’auparavant.',
  },
  conversions_channel: 'Le canal {channel} en représente {percent}.',
  conversions_none: 'Aucune conversion n’est connue pour cette période.',
  conversions_none_reason:
    'Aucune conversion de ce site n’a été signalée pour ces jours. Dès que ses formulaires, ses appels ou ses ventes seront comptés, les conversions apparaîtront ici.',
  conversions_rule:
    'Vert : les conversions ont baissé de 5 % au plus par rapport à la période précédente. Orange : de 20 % au plus. Rouge : de plus.',
  conversions_next: 'C’est vers les pages qui convertissent que nous dirigeons les visiteurs et les liens.',
  conversions_next_down:
    'Nous vérifions d’abord que les formulaires et le comptage fonctionnent encore, puis quelles pages ont perdu des visiteurs.',

  // Content.
  content_published: {
    one: 'Un article a été publié.',
    many: '{count} d’articles ont été publiés.',
    other: '{count} articles ont été publiés.',
  },
  content_nothing: 'Aucun article n’a été publié.',
  content_target_met: 'Le nombre convenu ({target}) est ainsi atteint.',
  content_target_missed: {
    one: 'Il manque encore un article pour atteindre le nombre convenu ({target}).',
    many: 'Il manque encore {count} d’articles pour atteindre le nombre convenu ({target}).',
    other: 'Il manque encore {count} articles pour atteindre le nombre convenu ({target}).',
  },
  content_none: 'Aucun article n’a été publié au cours de cette période.',
  content_none_reason:
    'Aucun abonnement géré ne couvre ce site, et rien n’a été publié. Les articles apparaîtront ici dès leur publication.',
  content_not_due_reason:
    'Aucun article n’était convenu pour ces jours. Les articles apparaîtront ici dès leur publication.',
  content_rule:
    'Vert : tous les articles convenus pour la période ont été publiés. Orange : au moins 80 %. Rouge : moins.',
  content_next:
    'Il faut généralement quelques semaines pour que la recherche montre où se situent les nouveaux articles.',
  content_next_behind: 'Ce qui manque sera publié en premier au cours de la période suivante.',

  // Indexing.
  indexing_indexed: {
    one: '{count} page est indexée ; nombre de pages inspectées : {inspected}.',
    many: '{count} de pages sont indexées, sur {inspected} inspectées.',
    other: '{count} pages sont indexées, sur {inspected} inspectées.',
  },
  indexing_more: {
    one: 'C’est une de plus qu’auparavant.',
    many: 'C’est {count} de plus qu’auparavant.',
    other: 'C’est {count} de plus qu’auparavant.',
  },
  indexing_fewer: {
    one: 'C’est une de moins qu’auparavant.',
    many: 'C’est {count} de moins qu’auparavant.',
    other: 'C’est {count} de moins qu’auparavant.',
  },
  indexing_errors: {
    one: 'Une page ({percent} du total) présente une erreur.',
    many: '{count} de pages ({percent} du total) présentent des erreurs.',
    other: '{count} pages ({percent} du total) présentent des erreurs.',
  },
  indexing_none: 'Aucune page n’a encore été inspectée.',
  indexing_none_reason:
    'Les pages sont inspectées via Google Search Console. Elles apparaîtront ici une fois la connexion établie.',
  indexing_rule: 'Vert : 2 % au plus des pages inspectées présentent des erreurs. Orange : 5 % au plus. Rouge : plus.',
  indexing_next:
    'Chaque page inspectée peut être trouvée. Les nouvelles pages sont inspectées au fil de leur publication.',
  indexing_next_pending:
    'Les pages en attente seront de nouveau inspectées ; la plupart sont indexées en quelques semaines.',
  indexing_next_errors:
    'Les pages en erreur sont listées ci-dessous avec leur cause ; elles seront corrigées en premier.',

  // Backlinks.
  links_built: {
    one: 'Un nouveau lien a été mis en ligne.',
    many: '{count} de nouveaux liens ont été mis en ligne.',
    other: '{count} nouveaux liens ont été mis en ligne.',
  },
  links_none_built: 'Aucun nouveau lien n’a été mis en ligne au cours de cette période.',
  links_average: 'Leur Domain Rating moyen est de {dr}.',
  links_spent: 'Sur un budget de {budget}, {spent} ont été utilisés.',
  links_over_budget: '{spent} ont été utilisés, soit plus que le budget de {budget}.',
  links_none: 'Il n’y a pas eu de campagne de backlinks au cours de cette période.',
  links_none_reason:
    'La campagne fait partie de votre formule, mais aucune commande n’était en cours sur cette période. Les liens apparaîtront ici dès qu’une commande sera validée.',
  links_not_booked_reason:
    'Aucun backlink n’est commandé pour ce site. Dès qu’une commande sera validée, ses liens apparaîtront ici un à un.',
  links_rule:
    'Vert : aucune commande n’est en retard et aucun remplacement n’est dû. Orange : un seul cas. Rouge : plusieurs, ou une commande a dépassé son échéance.',
  links_next: 'Chaque lien est contrôlé régulièrement tant que court sa garantie.',
  links_next_owed: {
    one: 'Un lien perdu est remplacé au titre de sa garantie.',
    many: '{count} de liens perdus sont remplacés au titre de leur garantie.',
    other: '{count} liens perdus sont remplacés au titre de leur garantie.',
  },
  links_next_past_due: {
    one: 'Une commande a dépassé son échéance ; ses liens manquants passent en premier.',
    many: '{count} de commandes ont dépassé leur échéance ; leurs liens manquants passent en premier.',
    other: '{count} commandes ont dépassé leur échéance ; leurs liens manquants passent en premier.',
  },
  links_next_behind: {
    one: 'Une commande est en retard sur son calendrier ; ses liens passent en premier.',
    many: '{count} de commandes sont en retard sur leur calendrier ; leurs liens passent en premier.',
    other: '{count} commandes sont en retard sur leur calendrier ; leurs liens passent en premier.',
  },

  // Social media.
  social_no_posts: 'Rien n’a été publié.',
  social_posts: {
    one: 'Une publication a été mise en ligne.',
    many: '{count} de publications ont été mises en ligne.',
    other: '{count} publications ont été mises en ligne.',
  },
  social_engagement: {
    one: 'Les publications ont suscité {count} réaction au cours de la période.',
    many: 'Les publications ont suscité {count} de réactions au cours de la période.',
    other: 'Les publications ont suscité {count} réactions au cours de la période.',
  },
  social_not_measured: 'Les réactions n’ont pas encore été mesurées.',
  social_none: 'Il n’y a pas eu de publications au cours de cette période.',
  social_none_reason:
    'Les publications sociales font partie de votre formule, mais aucune n’a été mise en ligne ces jours-là. Elles apparaîtront ici dès leur mise en ligne.',
  social_not_booked_reason:
    'Les réseaux sociaux ne font pas partie de votre formule. Les publications apparaîtront ici lorsqu’ils en feront partie.',
  social_next: 'Les réactions sont mesurées de nouveau après chaque publication.',
  social_next_best: 'La meilleure publication est parue sur {platform} ; nous poursuivons ce qui y a fonctionné.',

  // The blueprint's health.
  health_completion: 'Le plan directeur est réalisé à {percent}.',
  health_authority: 'Le score d’autorité est de {score}.',
  health_authority_up: {
    one: 'Le score d’autorité a gagné un point, à {score}.',
    many: 'Le score d’autorité a gagné {count} de points, à {score}.',
    other: 'Le score d’autorité a gagné {count} points, à {score}.',
  },
  health_authority_down: {
    one: 'Le score d’autorité a perdu un point, à {score}.',
    many: 'Le score d’autorité a perdu {count} de points, à {score}.',
    other: 'Le score d’autorité a perdu {count} points, à {score}.',
  },
  health_none: 'Le plan directeur du site n’a pas encore été mesuré.',
  health_none_reason: 'La mesure commence dès qu’un plan directeur est validé et que ses premières pages existent.',
  health_rule: 'Vert : au moins 80 % du plan directeur est réalisé. Orange : au moins 50 %. Rouge : moins.',
  health_next_none: 'Le plan directeur ne présente plus aucune lacune.',
  health_next_gaps: {
    one: 'Il reste une lacune ; elle sera comblée ensuite.',
    many: 'Il reste {count} de lacunes ; elles seront comblées l’une après l’autre.',
    other: 'Il reste {count} lacunes ; elles seront comblées l’une après l’autre.',
  },

  // Work done.
  work_days: {
    one: 'Des travaux ont été achevés sur un jour de cette période.',
    many: 'Des travaux ont été achevés sur {count} de jours de cette période.',
    other: 'Des travaux ont été achevés sur {count} jours de cette période.',
  },
  work_article: {
    one: 'Un article a été publié.',
    many: '{count} d’articles ont été publiés.',
    other: '{count} articles ont été publiés.',
  },
  work_link_live: {
    one: 'Un lien a été mis en ligne.',
    many: '{count} de liens ont été mis en ligne.',
    other: '{count} liens ont été mis en ligne.',
  },
  work_link_replaced: {
    one: 'Un lien perdu a été remplacé.',
    many: '{count} de liens perdus ont été remplacés.',
    other: '{count} liens perdus ont été remplacés.',
  },
  work_page_indexed: {
    one: 'Une page a été nouvellement indexée.',
    many: '{count} de pages ont été nouvellement indexées.',
    other: '{count} pages ont été nouvellement indexées.',
  },
  work_schema: {
    one: 'Une page a reçu des données structurées.',
    many: '{count} de pages ont reçu des données structurées.',
    other: '{count} pages ont reçu des données structurées.',
  },
  work_technical: {
    one: 'Une amélioration technique a été réalisée.',
    many: '{count} d’améliorations techniques ont été réalisées.',
    other: '{count} améliorations techniques ont été réalisées.',
  },
  work_none: 'Rien n’a été achevé au cours de cette période.',
  work_none_reason:
    'Notre journal ne contient pour ces jours ni article, ni lien, ni page indexée, ni travail technique. Ce qui est achevé apparaît ici automatiquement.',
  work_next: 'Tout ce qui figure ici provient de notre journal ; rien n’est saisi à la main.',

  // The plan.
  plan_publish: 'Publier « {title} ».',
  plan_link: 'Obtenir un lien vers {page} avec l’ancre « {anchor} ».',
  plan_ours: {
    one: 'Une étape est prévue de notre côté.',
    many: '{count} d’étapes sont prévues de notre côté.',
    other: '{count} étapes sont prévues de notre côté.',
  },
  plan_ours_none: 'Aucune étape n’est encore prévue de notre côté.',
  plan_yours: {
    one: 'Une étape dépend de vous.',
    many: '{count} d’étapes dépendent de vous.',
    other: '{count} étapes dépendent de vous.',
  },
  plan_none: 'Rien n’est encore prévu pour la période à venir.',
  plan_none_reason:
    'Les articles programmés, les liens prévus et les validations en attente apparaîtront ici dès qu’il y en aura.',
  plan_next: 'Rien de votre part n’est nécessaire pour cela.',
  plan_next_yours: 'La première réponse dont nous avons besoin est attendue pour le {day}.',
};

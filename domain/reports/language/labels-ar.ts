import type { Phrase } from './index.ts';
import type { labelsEn } from './labels-en.ts';

/** What a rendering says in words of ours, in Arabic. Between a name, which may be in Latin letters, and a number stands a word. */
export const labelsAr: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'تقرير SEO الأسبوعي',
  'type.monthly': 'تقرير SEO الشهري',
  'type.quarterly': 'تقرير SEO الفصلي',

  'verdict.title': 'التقييم العام',
  'verdict.improving': 'في تحسّن',
  'verdict.stable': 'مستقر',
  'verdict.declining': 'في تراجع',
  'verdict.none': 'البيانات غير كافية بعد',

  'first.win': 'أبرز نجاح',
  'first.no_win': 'لم يبرز نجاح بعينه هذه المرة.',
  'first.priority': 'الأولوية القصوى',
  'first.no_priority': 'لا شيء عاجل.',
  'first.needs': 'ما نحتاج إليه منكم',
  'first.no_needs': 'لا شيء في الوقت الحالي. نواصل العمل.',
  'first.need_since': 'بانتظاركم منذ {day}',
  'first.goals': 'الأهداف',
  'first.no_goals': 'لم يُتفق على أهداف بعد.',
  'first.figures': 'الأرقام الرئيسية',

  'need.approval': 'موافقة',
  'need.brief': 'موجز',
  'need.connection': 'ربط',

  'pace.ahead': 'متقدّم على المخطط',
  'pace.on_track': 'وفق المخطط',
  'pace.behind': 'متأخر عن المخطط',
  'pace.missed': 'لم يتحقّق',
  'pace.met': 'تحقّق',
  'goal.by': '{target} بحلول {day}',
  'goal.from': 'من {baseline}',
  'goal.now': 'الآن {value}',
  'goal.unknown': 'لم يُقَس بعد',

  'period.both': '{period}، مقارنةً بالفترة {before} وبالفترة المماثلة من العام السابق {year_before}.',
  'period.cut':
    'تنتهي البيانات في {day}: تقتصر المقارنة على {compared} من هذه الفترة، يقابلها العدد نفسه من أيام الفترة السابقة ومن أيام العام السابق.',
  'period.days': {
    zero: '{count} يوم',
    one: 'يوم واحد',
    two: 'يومين',
    few: '{count} أيام',
    many: '{count} يومًا',
    other: '{count} يوم',
  },
  'period.paused': {
    zero: 'لم تتوقف الخدمة مؤقتًا في أي يوم: {days}.',
    one: 'توقفت الخدمة مؤقتًا ليوم واحد: {days}.',
    two: 'توقفت الخدمة مؤقتًا ليومين: {days}.',
    few: 'توقفت الخدمة مؤقتًا لمدة {count} أيام: {days}.',
    many: 'توقفت الخدمة مؤقتًا لمدة {count} يومًا: {days}.',
    other: 'توقفت الخدمة مؤقتًا لمدة {count} يوم: {days}.',
  },

  'change.against': 'مقابل {period}',
  'change.no_before': 'لا بيانات عن الفترة السابقة',
  'change.no_year': 'لا بيانات عن العام السابق',
  'change.same': 'دون تغيير',
  'change.better': 'أفضل',
  'change.worse': 'أسوأ',
  'change.points': '{value} نقطة مئوية',

  'flag.green': 'وفق المخطط',
  'flag.amber': 'قيد المتابعة',
  'flag.red': 'يتطلب إجراءً',
  'flag.rule': 'كيف نقيّم ذلك',

  'contents.title': 'في هذا التقرير',

  'part.next': 'ماذا يعني ذلك، وما التالي',
  'part.source': 'المصدر: {source}',
  'part.data_to': 'البيانات حتى {day}',
  'part.empty': 'لا يوجد ما يُعرض بعد',
  'part.more_rows': 'يُعرض أول {shown} من أصل {total}.',
  'part.no_rows': 'لا يوجد في هذه الفترة.',
  'part.unknown': 'غير معروف',
  'part.total': 'الإجمالي',

  'comment.title': 'من مدير حسابكم',
  'comment.by': '{author}، بتاريخ {when}',
  'annotation.title': 'ما الذي حدث ومتى',
  'annotation.number': 'الملاحظة {number}',

  'log.title': 'مصدر هذه الأرقام',
  'log.short': 'الموضع في السجل: {position}',
  'log.text':
    'تستند جميع الأرقام إلى السجل حتى الموضع {position}. الموضع نفسه يعطي دائمًا الأرقام نفسها، أما ما يُعرف لاحقًا فيظهر في الإصدار التالي.',
  'log.position': 'الموضع في السجل',
  'log.version': 'الإصدار',
  'log.version_short': 'الإصدار {version}',
  'log.made': 'تاريخ الإعداد',
  'log.report': 'التقرير',
  'page.of': 'الصفحة {page} من {pages}',
  'page.prepared_for': 'أُعِدّ لصالح {client}',
  'page.prepared_by': 'إعداد {name}',
  'page.skip': 'الانتقال إلى التقرير',

  'link.pdf': 'تنزيل بصيغة PDF',
  'link.read': 'قراءة التقرير كاملًا',
  'link.open': 'فتح',
  'link.unsubscribe': 'لا أرغب في تلقي هذه التقارير بعد الآن',

  'mail.subject': '{site}: {type}، {period}',
  'mail.greeting': 'تقريركم جاهز: {type} عن الموقع {site} للفترة {period}.',
  'mail.why': 'تصلكم هذه الرسالة لأن التقارير الخاصة بالموقع {site} تُرسل إلى هذا العنوان.',
  'mail.picture': 'رسم بياني: {alt}',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: من {first} ({from}) إلى {last} ({to})؛ أدنى قيمة {low}، وأعلى قيمة {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'عليه علامات: {marks}.',
};

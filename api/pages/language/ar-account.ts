import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const arAccount: Words<typeof enAccount> = {
  'orders.renews': 'تاريخ التجديد',
  'orders.end': 'إنهاء التجديد',
  'orders.end.title': 'إنهاء تجديد الطلب {id}',
  'orders.end.says':
    'لن يتبع طلب جديد في {day}، ولن يُحتسب عندئذ مبلغ {price}. أما الطلب {id} نفسه فيستمر كما اتُّفق عليه، وإنهاء تجديده لا يكلف شيئًا.',
  'orders.end.whole': 'لإلغاء الطلب نفسه يُرجى مراسلتنا: نخبركم أولًا بما يُستحق عمّا سُلِّم.',
  'orders.end.reason': 'سببكم',
  'orders.end.done': 'انتهى التجديد. لن يتبع هذا الطلب طلب آخر.',
  'blocked.title': 'النطاقات المحظورة',
  'blocked.says': 'لا نضع روابط على هذه النطاقات ولا على ما يتفرع منها. وتبقى الروابط الموجودة فيها من قبل.',
  'blocked.none': 'لا يوجد نطاق محظور',
  'blocked.none.text': 'اذكروا المواقع التي لا تريدون روابط عليها، كمواقع المنافسين.',
  'blocked.domain': 'النطاق',
  'blocked.add': 'حظر',
  'blocked.allow': 'السماح من جديد بالروابط على {domain}',
  'blocked.added': 'تم حظر {domain}. وسُحبت المقترحات التي كانت مفتوحة عليه.',
  'blocked.allowed': 'أصبحت الروابط مسموحة هناك من جديد.',
  'billing.title': 'بيانات الفوترة',
  'billing.says': 'تظهر هذه البيانات في كل فاتورة نصدرها من الآن فصاعدًا. وتبقى الفواتير الصادرة كما هي.',
  'billing.name': 'الاسم أو الشركة',
  'billing.address': 'العنوان',
  'billing.tax_id': 'الرقم الضريبي',
  'billing.email': 'البريد الإلكتروني في الفاتورة',
  'billing.country': 'البلد، حرفان مثل DE',
  'billing.saved': 'تم الحفظ. ستصدر فاتورتكم القادمة بهذه البيانات.',
};

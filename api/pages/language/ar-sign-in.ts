import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const arSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'تسجيل الدخول',
  'sign_in.by_mail': 'برابط في بريدك',
  'sign_in.email': 'عنوان البريد الإلكتروني',
  'sign_in.send': 'أرسل إليّ رابطًا',
  'sign_in.mail_hint': 'الرابط صالح لمدة 15 دقيقة ويعمل مرة واحدة.',
  'sign_in.by_token': 'برمز وصول',
  'sign_in.token': 'رمز وصول أو رمز من المنصة',
  'sign_in.sign_in': 'تسجيل الدخول',
  'sign_in.sent':
    'إذا كنا نعرف هذا العنوان فالرابط في طريقه إليه. ولا يُرسل إلى العنوان الواحد أكثر من خمسة روابط في الساعة.',
  'sign_in.not_an_address': 'أدخل عنوان بريد إلكتروني مثل someone@example.com.',
  'sign_in.not_accepted': 'هذا الرمز غير مقبول.',
  'sign_in.not_for_people': 'هذا الرمز مخصص للبرامج: لا يمكن لأحد تسجيل الدخول به.',
  'sign_in.confirm': 'تسجيل الدخول الآن',
  'sign_in.as': 'تسجيل الدخول باسم {name}',
  'sign_in.as_team': 'تسجيل الدخول إلى الفريق',
  'sign_in.over': 'انتهى هذا الرابط',
  'sign_in.over_text': 'استُخدم من قبل، أو انقضت دقائقه الخمس عشرة.',
  'sign_in.again': 'طلب رابط جديد',
  'sign_in.insecure': 'لا يمكنك تسجيل الدخول من هنا',
  'sign_in.insecure_text':
    'لم تُفتح هذه الصفحة عبر https، ولذلك لن يحتفظ متصفحك ببيانات الدخول. استخدم عنوان https لهذه الخدمة، أو افتحها على الجهاز الذي تعمل عليه.',
  'sign_in.sign_out': 'تسجيل الخروج',
  'sign_in.everywhere': 'تسجيل الخروج من كل مكان',
  'sign_in.everywhere_hint': 'ينهي جميع جلساتك على كل جهاز.',
  'sign_in.stay': 'البقاء مسجَّل الدخول',
};

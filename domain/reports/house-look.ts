import type { Look } from './report-document.ts';

/** How reports of the house itself look. */
export const houseLook = (contact: string): Look => ({
  white_label: false,
  name: 'IGNY8',
  primary: '#1d4ed8',
  secondary: '#0f766e',
  logo: null,
  contact_email: contact,
  contact_phone: null,
  website_url: null,
  footer_text: null,
});

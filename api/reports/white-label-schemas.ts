import { z } from 'zod';
import { email, idSchema, instantText, publicAddress } from '#api/http/schemas';
import { columnSchemas } from '#api/http/table-schema';
import { isPublicName } from '#domain/kernel/public-address';
import { hostForm } from '#domain/kernel/web-address';
import { houseWordIn } from '#domain/platform/house-words';
import { BRANDINGS } from '#projections/reports/branding';
import { TEMPLATES } from '#projections/reports/report-template';

/** Text on one line that is printed as it is: no characters that turn the direction or hide what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const NO_HOUSE = 'must not name IGNY8 or Alorig: it stands in what goes out under this brand';
const unnamed = (text: string): boolean => houseWordIn(text) === null;
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !HIDDEN.test(text), 'must be on one line, without hidden characters')
    .refine(unnamed, NO_HOUSE);
const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1d4ed8')
  .transform((text) => text.toLowerCase());
const secureAddress = publicAddress.refine((text) => text.startsWith('https://'), 'must be an https address');

const DOMAIN = 'must be the name of a host of your own, such as reports.agency.example';
export const reportDomain = z
  .string()
  .max(253)
  .transform((text, context) => {
    const host = /^[^/:@?#\s]+$/.test(text) ? hostForm(text) : null;
    const isHost = host !== null && /^[a-z0-9.-]+\.[a-z][a-z0-9-]+$/.test(host) && isPublicName(host);
    if (isHost && unnamed(host)) return host;
    context.addIssue({ code: 'custom', message: isHost ? NO_HOUSE : DOMAIN });
    return z.NEVER;
  })
  .meta({ type: 'string', example: 'reports.agency.example' });

export const brandingBody = z.strictObject({
  account_id: idSchema.optional(),
  brand_name: line(80),
  brand_logo_url: secureAddress.nullish(),
  primary_color: colour.default('#1f2937').meta({ type: 'string', example: '#1f2937' }),
  secondary_color: colour.default('#64748b').meta({ type: 'string', example: '#64748b' }),
  contact_email: email.refine(unnamed, NO_HOUSE).nullish(),
  contact_phone: line(40).nullish(),
  website_url: publicAddress.refine(unnamed, NO_HOUSE).nullish(),
  footer_text: line(300).nullish(),
  report_domain: reportDomain.nullish(),
  is_active: z.boolean().default(true),
});

export const brandingSchema = z
  .object({
    ...columnSchemas(
      BRANDINGS,
      'id',
      'account_id',
      'brand_name',
      'brand_logo_url',
      'primary_color',
      'secondary_color',
      'contact_email',
      'contact_phone',
      'website_url',
      'footer_text',
      'report_domain',
      'is_active',
    ),
    logo: z
      .object({
        state: z.enum(['pending', 'ready', 'refused']),
        reason: z.string().nullable(),
        width: z.int().nullable(),
        height: z.int().nullable(),
      })
      .nullable()
      .meta({ description: 'what became of the picture at `brand_logo_url`: it is fetched once' }),
    domain: z
      .object({
        state: z.enum(['claimed', 'proved', 'lapsed']),
        since: instantText,
        record: z.object({ name: z.string(), type: z.literal('TXT'), value: z.string() }),
      })
      .nullable()
      .meta({ description: 'the record that proves `report_domain`, looked for at once and then every week' }),
    ...columnSchemas(BRANDINGS, 'created_by', 'created_at', 'updated_at'),
  })
  .meta({ id: 'Branding' });

export const templateBody = z.strictObject({
  account_id: idSchema.optional(),
  branding_id: idSchema.nullish(),
  name: line(80),
  template_html: z.string().max(65_536),
  template_css: z.string().max(65_536).default(''),
  is_default: z.boolean().default(false),
});
export const TEMPLATE_COLUMNS = [
  'id',
  'account_id',
  'branding_id',
  'name',
  'template_html',
  'template_css',
  'is_default',
  'created_by',
  'created_at',
  'updated_at',
] as const;
export const templateSchema = z.object(columnSchemas(TEMPLATES, ...TEMPLATE_COLUMNS)).meta({ id: 'ReportTemplate' });

/** Words for one number or many: the forms that the language has, by `Intl.PluralRules`. */
export type Plural = { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { readonly other: string };
export type Phrase = string | Plural;

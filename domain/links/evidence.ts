type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** What a service or a page said, as it was said. */
export type Evidence = { readonly [key: string]: Json };

import { accountSubject, type Sealing, userSubject } from '#domain/log/personal-data';
import type { FactContent, FactData, FactType } from './fact.ts';

/** The personal data in a fact. Source: spec 6 (names, e-mails, phones) and 7.1. */
export function personalFields(type: FactType, data: FactData): readonly Sealing[] {
  if (type === 'AccountRegistered')
    return [
      { field: 'name', under: accountSubject(data['account_id'] as number) },
      { field: 'phone', under: accountSubject(data['account_id'] as number) },
      { field: 'email', under: 'address' },
    ];
  if (type === 'UserRegistered')
    return [
      { field: 'name', under: userSubject(data['user_id'] as number) },
      { field: 'email', under: 'address' },
      { field: 'phone', under: userSubject(data['user_id'] as number) },
    ];
  return [];
}

/** The fact with its personal data sealed by `seal`. */
export async function sealedFact(
  content: FactContent,
  seal: (sealing: Sealing, text: string) => Promise<string>,
): Promise<FactContent> {
  const data: Record<string, FactData[string]> = { ...content.data };
  for (const sealing of personalFields(content.type, content.data)) {
    const text = data[sealing.field];
    if (typeof text === 'string') data[sealing.field] = await seal(sealing, text);
  }
  return { ...content, data };
}

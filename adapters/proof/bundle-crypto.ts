import type { AssemblyCrypto } from '#domain/proof/evidence-bundle';
import type { CheckCrypto } from '#domain/proof/evidence-bundle-keys';
import { sha256 } from './digest.ts';
import { type HeadSigner, isSigned, keyIdOfPublic } from './signer.ts';

/** What a bundle is checked with: no secret is needed for it. */
export const checkCrypto: CheckCrypto = { sha256, isSigned, keyIdOf: keyIdOfPublic };

/** What a bundle is assembled with: its manifest is signed by the key that heads are signed by. */
export const assemblyCrypto = ({ signText }: Pick<HeadSigner, 'signText'>): AssemblyCrypto => ({
  sha256,
  sign(text) {
    const { key_id: keyId, signature } = signText(text);
    return { keyId, signature };
  },
});

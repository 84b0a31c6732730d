import { type SigningKeyCommand, signingKeys } from '#domain/log/signing-key';
import type { ProofKey } from '#domain/log/tree-head';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import { uuidFrom } from '#runtime/random';

const STREAM = 'signing-keys';

/** The keys that heads of the log were and are signed with. */
export function signingKeyCommands({ handler, clock }: { handler: CommandHandler; clock: Clock }) {
  const keys = async (): Promise<readonly ProofKey[]> => (await handler.load(signingKeys, STREAM)).state;
  return {
    keys,
    /** Makes it the present key. `handover` has the key before it sign; null where that one is not to be had. */
    async introduce(
      key: { readonly keyId: string; readonly publicKey: string },
      handover: (previous: ProofKey) => string | null,
    ): Promise<void> {
      const last = (await keys()).at(-1);
      if (last?.key_id === key.keyId) return;
      const id = uuidFrom('signing-key', last?.key_id ?? '', key.keyId);
      const command: SigningKeyCommand = {
        type: 'Introduce',
        keyId: key.keyId,
        publicKey: key.publicKey,
        now: clock.now(),
        handover: last ? handover(last) : null,
      };
      const cause = { commandId: id, correlationId: id, causationId: id, actor: { kind: 'system' as const } };
      await handler.handle(signingKeys, STREAM, command, cause);
    },
  };
}

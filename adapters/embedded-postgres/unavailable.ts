/** The embedded server cannot run here; the message says what to do instead. */
export class EmbeddedPostgresUnavailable extends Error {
  override readonly name = 'EmbeddedPostgresUnavailable';
}

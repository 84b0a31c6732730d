/** Why nothing was drawn: the time or the memory ran out, what was asked for cannot be drawn, or nobody was free to do it. */
export type RenderingTrouble = 'time' | 'crash' | 'refused' | 'busy' | 'closed';

/** Thrown instead of a document. The message says why, in words for operators. */
export class RenderingFailed extends Error {
  override readonly name = 'RenderingFailed';
  readonly trouble: RenderingTrouble;
  constructor(trouble: RenderingTrouble, detail: string) {
    super(detail);
    this.trouble = trouble;
  }
  /** Whether the same may be drawn a little later. */
  get passes(): boolean {
    return this.trouble === 'busy' || this.trouble === 'closed';
  }
}

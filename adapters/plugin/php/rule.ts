import type { ChecklistItemName, Finding } from '#domain/plugin/checklist';
import { lineOf, type PhpFile, type PhpNode } from './ast.ts';
import type { PhpProgram } from './program.ts';

export type Found = Finding & { readonly item: ChecklistItemName };
/** Reads the plugin's PHP and says what it finds; each finding once. */
export type Rule = (program: PhpProgram) => readonly Found[];

export const found = (item: ChecklistItemName, file: PhpFile, node: PhpNode | number, message: string): Found => ({
  item,
  file: file.name,
  line: typeof node === 'number' ? node : lineOf(node),
  message,
});

/** A rule that looks at each node by itself. */
export const eachNode =
  (look: (node: PhpNode, file: PhpFile, program: PhpProgram) => Found | null | readonly Found[]): Rule =>
  (program) =>
    program.files.flatMap((file) => file.nodes.flatMap((node) => look(node, file, program) ?? []));

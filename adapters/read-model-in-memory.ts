import { START } from '#runtime/event-store';
import {
  type Checkpoint,
  CheckpointMoved,
  inOrder,
  type Key,
  keyText,
  matches,
  type Parked,
  type ReadModelStore,
  type Row,
  type Slot,
  type TableDefinition,
} from '#runtime/read-model';

type Tables = Map<string, { readonly definition: TableDefinition; rows: Map<string, Row> }>;

/** Read models in memory, with the same atomicity as the database's; for domain tests and simulation. */
export function createInMemoryReadModels(): ReadModelStore {
  const slots: Record<Slot, Tables> = { live: new Map(), shadow: new Map() };
  const checkpoints = new Map<string, Checkpoint>();
  let parkedRows: (Parked & { slot: Slot })[] = [];
  const at = (slot: Slot, name: string) => `${slot}:${name}`;

  const table = (slot: Slot, name: string) => {
    const found = slots[slot].get(name);
    if (!found) throw new Error(`no table ${name} in ${slot}`);
    return found;
  };
  const find = (slot: Slot, name: string) => {
    const { definition, rows } = table(slot, name);
    return { definition, all: [...rows.values()] };
  };

  return {
    async setUp(models) {
      for (const model of models) {
        for (const definition of model.tables) {
          if (!slots.live.has(definition.name)) slots.live.set(definition.name, { definition, rows: new Map() });
        }
        const name = at('live', model.name);
        if (!checkpoints.has(name))
          checkpoints.set(name, {
            name: model.name,
            slot: 'live',
            version: model.version,
            place: START,
            generation: 0,
          });
      }
      return [...checkpoints.values()];
    },
    tables: (slot) => ({
      async get(name, key) {
        const { definition, rows } = table(slot, name);
        return rows.get(keyText(definition, key));
      },
      async find(name, where, options = {}) {
        const { definition, all } = find(slot, name);
        const rows = inOrder(
          all.filter((row) => matches(row, where)),
          options.orderBy ?? definition.key,
        );
        return options.limit === undefined ? rows : rows.slice(0, options.limit);
      },
    }),
    checkpoint: async (name, slot) => checkpoints.get(at(slot, name)),
    checkpoints: async (slot) => [...checkpoints.values()].filter((checkpoint) => checkpoint.slot === slot),
    async commit(slot, moves, writes, parked) {
      for (const move of moves) {
        const known = checkpoints.get(at(slot, move.name));
        const { from, generation = known?.generation } = move;
        if (known?.place.position !== from.position || known.generation !== generation)
          throw new CheckpointMoved(move.name);
      }
      for (const [name, rows] of writes.put) {
        const { definition, rows: stored } = table(slot, name);
        for (const row of rows) stored.set(keyText(definition, row), row);
      }
      for (const [name, keys] of writes.remove) {
        const { definition, rows } = table(slot, name);
        for (const key of keys as readonly Key[]) rows.delete(keyText(definition, key));
      }
      for (const move of moves) {
        const before = checkpoints.get(at(slot, move.name));
        if (before) checkpoints.set(at(slot, move.name), { ...before, place: move.to });
      }
      parkedRows.push(...parked.map((entry) => ({ ...entry, slot })));
    },
    parked: async (slot) => parkedRows.filter((entry) => entry.slot === slot),
    async unpark(projection, stream) {
      parkedRows = parkedRows.filter(
        (entry) => entry.slot !== 'live' || entry.projection !== projection || entry.stream !== stream,
      );
    },
    async resetShadow(model) {
      for (const definition of model.tables) slots.shadow.set(definition.name, { definition, rows: new Map() });
      checkpoints.set(at('shadow', model.name), {
        name: model.name,
        slot: 'shadow',
        version: model.version,
        place: START,
        generation: 0,
      });
      parkedRows = parkedRows.filter((entry) => entry.slot === 'live' || entry.projection !== model.name);
    },
    async swap(model) {
      const shadow = checkpoints.get(at('shadow', model.name));
      if (!shadow) throw new Error(`${model.name} has no shadow`);
      for (const definition of model.tables) slots.live.set(definition.name, table('shadow', definition.name));
      const generation = (checkpoints.get(at('live', model.name))?.generation ?? 0) + 1;
      checkpoints.set(at('live', model.name), { ...shadow, slot: 'live', generation });
      parkedRows = parkedRows
        .filter((entry) => entry.projection !== model.name || entry.slot === 'shadow')
        .map((entry) => (entry.projection === model.name ? { ...entry, slot: 'live' as const } : entry));
      await this.dropShadow(model);
    },
    async dropShadow(model) {
      for (const definition of model.tables) slots.shadow.delete(definition.name);
      checkpoints.delete(at('shadow', model.name));
    },
    async snapshot(model, slot) {
      const rows = model.tables.map(
        (definition) => [definition.name, inOrder(find(slot, definition.name).all, definition.key)] as const,
      );
      return { place: checkpoints.get(at(slot, model.name))?.place ?? START, rows: new Map(rows) };
    },
  };
}

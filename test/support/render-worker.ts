import { serve } from '#adapters/render/serve';

/** Tasks that go wrong in every way that a rendering can. */
serve(
  {
    double: async (value: number) => value * 2,
    forever: async () => {
      for (;;);
    },
    memory: async () => {
      const all: number[][] = [];
      for (;;) all.push(Array.from({ length: 100_000 }, (_, n) => n));
    },
    leave: async () => process.exit(3),
    refuse: async () => {
      throw new Error('a block of 5000 points does not fit on a page of 745');
    },
  },
  async () => undefined,
);

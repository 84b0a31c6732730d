import fc from 'fast-check';

/** Properties try the same cases on every run; PROPERTY_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_124) });

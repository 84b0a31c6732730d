import { serve } from '#adapters/render/serve';
import { checkUpload } from './check.ts';

serve({ check_upload: (bytes: Uint8Array) => checkUpload(bytes) }, async () => undefined);

import type { ReleaseAsset } from '#domain/plugin/plugin-release-messages';
import { ASSETS } from '../names.ts';
import { screenshotCaptions } from './readme-file.ts';
import type { PluginTree, TreeFound } from './tree.ts';

const MEGABYTE = 1024 * 1024;
/** The directory's pictures, in pixels. Source: WordPress.org, How Your Plugin Assets Work. */
const DEMANDED = [
  { name: 'banner-1544x500', width: 1544, height: 500, most: 4 * MEGABYTE },
  { name: 'banner-772x250', width: 772, height: 250, most: 4 * MEGABYTE },
  { name: 'icon-256x256', width: 256, height: 256, most: MEGABYTE },
  { name: 'icon-128x128', width: 128, height: 128, most: MEGABYTE },
] as const;
const LEAST_SCREENSHOTS = 8;
const LARGEST_SCREENSHOT = 10 * MEGABYTE;

type Picture = { readonly type: string; readonly width: number; readonly height: number };

/** What a picture is, and its size, by its own header; null for anything else, or one that is cut short. */
export function pictureOf(bytes: Buffer): Picture | null {
  if (bytes.length >= 24 && bytes.toString('latin1', 1, 4) === 'PNG' && bytes.toString('latin1', 12, 16) === 'IHDR')
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.length >= 10 && /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)))
    return { type: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegOf(bytes) : null;
}

/** The frame of a JPEG says its size; segments before it are passed over. */
function jpegOf(bytes: Buffer): Picture | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

const ENDINGS = /\.(png|jpe?g|gif)$/i;

/** Banners and icons in their sizes. */
export function assets({ assets: all }: PluginTree): readonly TreeFound[] {
  const found = (file: string, message: string): TreeFound => ({ item: 'assets', file, message });
  return DEMANDED.flatMap(({ name, width, height, most }) => {
    const file = [...all.keys()].find((each) => each.slice(ASSETS.length).replace(ENDINGS, '') === name);
    if (file === undefined) return [found(`${ASSETS}${name}.png`, 'is missing')];
    const bytes = all.get(file) as Buffer;
    const picture = pictureOf(bytes);
    if (picture === null) return [found(file, 'is no picture of PNG, JPEG or GIF')];
    const isRight = picture.width === width && picture.height === height;
    return [
      ...(isRight ? [] : [found(file, `is ${picture.width}×${picture.height} and not ${width}×${height}`)]),
      ...(bytes.length <= most ? [] : [found(file, `is larger than ${most / MEGABYTE} MB`)]),
    ];
  });
}

/** Eight of them, each with its caption in the readme. */
export function screenshots(tree: PluginTree): readonly TreeFound[] {
  const shots = [...tree.assets].flatMap(([file, bytes]) => {
    const number = /^screenshot-(\d{1,2})\.(png|jpe?g|gif)$/i.exec(file.slice(ASSETS.length))?.[1];
    return number === undefined ? [] : [{ file, bytes, number: Number(number) }];
  });
  const told = (file: string, message: string): TreeFound => ({ item: 'screenshots', file, message });
  const { captions, line } = screenshotCaptions(tree);
  const few = shots.length < LEAST_SCREENSHOTS;
  return [
    ...(few ? [told(ASSETS, `screenshots: ${shots.length}, and at least ${LEAST_SCREENSHOTS} are wanted`)] : []),
    ...shots.flatMap(({ file, bytes }) =>
      pictureOf(bytes) === null
        ? [told(file, 'is no picture of PNG, JPEG or GIF')]
        : bytes.length > LARGEST_SCREENSHOT
          ? [told(file, `is larger than ${LARGEST_SCREENSHOT / MEGABYTE} MB`)]
          : [],
    ),
    ...(tree.readme === null || line === undefined
      ? []
      : shots
          .filter(({ number }) => !captions.has(number))
          .map(({ number }): TreeFound => {
            const message = `screenshot ${number} has no caption`;
            return { item: 'screenshots', file: tree.readme?.name ?? '', line, message };
          })),
  ];
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,80}$/;

/** What lies beside the folder and is shown: pictures, as they are. */
export const picturesOf = ({ assets: all }: PluginTree): readonly (ReleaseAsset & { readonly bytes: Buffer })[] =>
  [...all].flatMap(([file, bytes]) => {
    const name = file.slice(ASSETS.length);
    const picture = pictureOf(bytes);
    return picture === null || !NAME.test(name)
      ? []
      : [{ name, type: picture.type, size: bytes.length, width: picture.width, height: picture.height, bytes }];
  });

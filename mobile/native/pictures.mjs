/** Icons and splash screens in every size that the stores' projects want, drawn from the app's own icon. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const APP = new URL('../', import.meta.url);
const RECT = /<rect[^>]*fill="(#[0-9a-f]{6})"[^>]*\/>/;

const icon = readFileSync(new URL('public/icon.svg', APP), 'utf8');
/** Fills its square: what a launcher cuts to its own shape. */
const full = readFileSync(new URL('public/icon-maskable.svg', APP), 'utf8');
const glyph = icon.replace(RECT, '');

/** Android draws in pixels of 1/160 inch and asks for each density. */
const DENSITIES = { mdpi: 1, hdpi: 1.5, xhdpi: 2, xxhdpi: 3, xxxhdpi: 4 };

/** The colours of the icon and of the page behind it, by day and by night. */
export function coloursOfApp() {
  const page = readFileSync(new URL('index.html', APP), 'utf8');
  const theme = (scheme) =>
    new RegExp(`prefers-color-scheme: ${scheme}\\)" content="(#[0-9a-f]{6})"`).exec(page)[1];
  return { brand: RECT.exec(icon)[1], light: theme('light'), dark: theme('dark') };
}

export async function drawAndroid(project) {
  const resources = join(project, 'app/src/main/res');
  for (const name of readdirSync(resources)) {
    // The template's pictures are Capacitor's.
    if (/^drawable(-(port|land)-\w+|-v24)?$/.test(name)) {
      rmSync(join(resources, name), { recursive: true });
    }
  }
  for (const [density, scale] of Object.entries(DENSITIES)) {
    const launcher = (name) => join(resources, `mipmap-${density}`, name);
    const drawable = (name) => join(resources, `drawable-${density}`, name);
    await draw(icon, 48 * scale, launcher('ic_launcher.png'));
    await draw(round(full), 48 * scale, launcher('ic_launcher_round.png'));
    await draw(full.replace(RECT, ''), 108 * scale, launcher('ic_launcher_foreground.png'));
    await draw(glyph, 24 * scale, drawable('notification.png'));
    await draw(icon, 288 * scale, drawable('splash_icon.png'), { share: 0.5 });
  }
}

export async function drawIos(project, colours) {
  const assets = join(project, 'App/App/Assets.xcassets');
  // Apple cuts the corners itself and takes no transparency.
  await draw(full, 1024, join(assets, 'AppIcon.appiconset/AppIcon-512@2x.png'), {
    background: colours.brand,
  });
  const splash = join(assets, 'Splash.imageset');
  rmSync(splash, { recursive: true });
  const images = [];
  for (const scheme of ['light', 'dark']) {
    const filename = `splash-${scheme}.png`;
    await draw(icon, 2732, join(splash, filename), { share: 0.12, background: colours[scheme] });
    const appearances = [{ appearance: 'luminosity', value: 'dark' }];
    images.push(
      ...['1x', '2x', '3x'].map((scale) => ({
        idiom: 'universal',
        filename,
        scale,
        ...(scheme === 'dark' ? { appearances } : {}),
      })),
    );
  }
  const contents = { images, info: { author: 'xcode', version: 1 } };
  writeFileSync(join(splash, 'Contents.json'), JSON.stringify(contents, null, 2));
}

function round(svg) {
  return svg.replace(RECT, '<circle cx="32" cy="32" r="32" fill="$1"/>');
}

/** @param share how much of the picture's side the drawing takes, in its middle */
async function draw(svg, side, file, { share = 1, background } = {}) {
  const inner = Math.round(side * share);
  const margin = Math.floor((side - inner) / 2);
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  mkdirSync(dirname(file), { recursive: true });
  // 64 units of the drawing at 72 dpi: this density draws it in its size, rather than enlarging it.
  let picture = sharp(Buffer.from(svg), { density: (72 * inner) / 64 })
    .resize(inner, inner)
    .extend({
      top: margin,
      left: margin,
      bottom: side - inner - margin,
      right: side - inner - margin,
      background: background ?? clear,
    });
  if (background) {
    picture = picture.flatten({ background }).removeAlpha();
  }
  await picture.png({ compressionLevel: 9 }).toFile(file);
}

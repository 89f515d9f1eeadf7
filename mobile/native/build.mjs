/**
 * Makes the projects of the stores, anew each time: dist/android and dist/ios, which Android Studio and Xcode build.
 * Nothing is asked of the network. What the projects have beyond Capacitor's templates is in the files beside this.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { finishAndroid } from './android.mjs';
import { finishIos } from './ios.mjs';
import { coloursOfApp, drawAndroid, drawIos } from './pictures.mjs';
import { settingsFrom } from './settings.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

function run(script, ...args) {
  execFileSync(process.execPath, [fileURLToPath(import.meta.resolve(script)), ...args], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      VITE_SERVER: settings.server,
      VITE_PUSH: String(settings.push),
      VITE_APPLE_STORE_ID: settings.appleStoreId,
      CAPACITOR_TELEMETRY: 'false',
    },
  });
}

let settings;
try {
  settings = settingsFrom(process.env);
} catch (wrong) {
  console.error(wrong.message);
  process.exit(2);
}
const [android, ios] = ['dist/android', 'dist/ios'].map((each) => `${here}${each}`);
rmSync(`${here}dist`, { recursive: true, force: true });
run('../node_modules/typescript/bin/tsc', '--noEmit');
run(
  '../node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'vite.config.ts',
  '--logLevel',
  'warn',
);
for (const command of [['add', 'android'], ['add', 'ios'], ['sync']]) {
  run('./node_modules/@capacitor/cli/bin/capacitor', ...command);
}
const colours = coloursOfApp();
finishAndroid(android, settings, colours);
finishIos(ios, settings);
await drawAndroid(android);
await drawIos(ios, colours);
console.log(`${settings.version} (${settings.build}) for ${settings.server}\n${android}\n${ios}`);

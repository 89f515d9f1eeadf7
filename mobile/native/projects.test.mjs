/** What `npm run native` makes, as Android Studio and Xcode will find it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import sharp from 'sharp';
import { readPlist, readXml } from './edit.mjs';
import { settingsFrom } from './settings.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const android = `${here}dist/android/app`;
const ios = `${here}dist/ios/App/App`;
const read = (file) => readFileSync(file, 'utf8');

before(() => {
  mkdirSync(`${android}/src/main/assets/public`, { recursive: true });
  writeFileSync(`${android}/src/main/assets/public/sw.js`, '// of an earlier build');
  execFileSync(process.execPath, ['build.mjs'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      OJEOMNEO_PUBLIC_URL: 'https://ojeomneo.example/',
      OJEOMNEO_BUILD: '42',
    },
  });
});

test('without an address nothing is built, and one line says what to do', () => {
  const env = { ...process.env, OJEOMNEO_PUBLIC_URL: '' };
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { cwd: here, env });
  assert.equal(status, 2);
  assert.match(stderr.toString(), /^OJEOMNEO_PUBLIC_URL is missing: .*\n$/);
});

test('a setting that is wrong is named', () => {
  const good = { OJEOMNEO_PUBLIC_URL: 'https://ojeomneo.example' };
  assert.equal(settingsFrom(good).push, false);
  for (const [wrong, named] of [
    [{ OJEOMNEO_PUBLIC_URL: 'http://ojeomneo.example' }, /OJEOMNEO_PUBLIC_URL/],
    [{ OJEOMNEO_PUBLIC_URL: 'https://ojeomneo.example/api' }, /OJEOMNEO_PUBLIC_URL/],
    [{ OJEOMNEO_PUBLIC_URL: 'ojeomneo.example' }, /OJEOMNEO_PUBLIC_URL/],
    [{ ...good, OJEOMNEO_BUILD: '1.2' }, /OJEOMNEO_BUILD/],
    [{ ...good, OJEOMNEO_PUSH: 'yes' }, /OJEOMNEO_PUSH/],
    [{ ...good, OJEOMNEO_PUSH: 'true' }, /GOOGLE_SERVICES_JSON/],
  ]) {
    assert.throws(() => settingsFrom(wrong), named);
  }
});

test('Android opens the links to orders and from the payment page, and keeps secrets out of backups', () => {
  const manifest = readXml(`${android}/src/main/AndroidManifest.xml`);
  const links = [...manifest.getElementsByTagName('data')].map((data) =>
    [...data.attributes].map((attribute) => attribute.value).join(' '),
  );
  assert.deepEqual(links, [
    'ojeomneo',
    'https ojeomneo.example /checkout/return',
    'https ojeomneo.example /orders',
    'https ojeomneo.example /orders/',
  ]);
  const filters = [...manifest.getElementsByTagName('intent-filter')];
  assert.deepEqual(
    filters.map((filter) => filter.getAttribute('android:autoVerify')),
    [null, null, 'true'],
  );
  const permissions = [...manifest.getElementsByTagName('uses-permission')];
  assert.deepEqual(
    permissions.map((permission) => permission.getAttribute('android:name')),
    ['android.permission.INTERNET', 'android.permission.POST_NOTIFICATIONS'],
  );
  const [application] = manifest.getElementsByTagName('application');
  assert.equal(application.getAttribute('android:allowBackup'), 'false');
});

test('iOS opens them too, and may be sent messages', () => {
  const info = readPlist(`${ios}/Info.plist`);
  assert.deepEqual(info.CFBundleURLTypes[0].CFBundleURLSchemes, ['ojeomneo']);
  assert.deepEqual(info.CFBundleLocalizations, ['ko', 'en']);
  assert.equal(info.CFBundleDisplayName, '오점너');
  assert.deepEqual(readPlist(`${ios}/App.entitlements`), {
    'aps-environment': 'development',
    'com.apple.developer.associated-domains': ['applinks:ojeomneo.example'],
  });
  const project = read(`${ios}/../App.xcodeproj/project.pbxproj`);
  assert.equal(project.split('CODE_SIGN_ENTITLEMENTS = App/App.entitlements;').length, 3);
  assert.match(read(`${ios}/AppDelegate.swift`), /capacitorDidRegisterForRemoteNotifications/);
});

test('both have the version of the app, and the number of the build', () => {
  const gradle = read(`${android}/build.gradle`);
  assert.match(gradle, /versionCode 42\n/);
  assert.match(gradle, /versionName "1\.0\.0"/);
  const project = read(`${ios}/../App.xcodeproj/project.pbxproj`);
  assert.equal(project.split('MARKETING_VERSION = 1.0.0;').length, 3);
  assert.equal(project.split('CURRENT_PROJECT_VERSION = 42;').length, 3);
});

test('the pages talk to the Server they were built for, and may reach no other', () => {
  for (const pages of [`${android}/src/main/assets/public`, `${ios}/public`]) {
    assert.match(read(`${pages}/index.html`), /connect-src 'self' https:\/\/ojeomneo\.example;/);
    const scripts = globSync(`${pages}/assets/*.js`).map(read).join('');
    assert.match(scripts, /https:\/\/ojeomneo\.example/);
    assert.deepEqual(globSync(`${pages}/{sw.js,manifest.webmanifest}`), []);
  }
});

test('icons and splash screens are ours, in every size', async () => {
  const pictures = globSync(`${android}/src/main/res/*/*.png`).map((each) =>
    each.replace(/.*\/res\//, ''),
  );
  assert.equal(pictures.length, 25);
  assert.equal(pictures.filter((each) => each.endsWith('/splash_icon.png')).length, 5);
  const orange = [232, 89, 12];
  await isPainted(`${android}/src/main/res/mipmap-xxxhdpi/ic_launcher.png`, 192, [96, 8], orange);
  await isPainted(
    `${ios}/Assets.xcassets/AppIcon.appiconset/AppIcon-512@2x.png`,
    1024,
    [0, 0],
    orange,
  );
  const splash = `${ios}/Assets.xcassets/Splash.imageset`;
  await isPainted(`${splash}/splash-light.png`, 2732, [0, 0], [255, 250, 245]);
  await isPainted(`${splash}/splash-dark.png`, 2732, [0, 0], [26, 21, 18]);
  assert.match(read(`${android}/src/main/res/values/styles.xml`), /splash_icon/);
  assert.match(read(`${android}/src/main/res/values-night/colors.xml`), /#1a1512/);
});

async function isPainted(file, side, [left, top], colour) {
  const picture = sharp(file);
  const { width, height } = await picture.metadata();
  assert.deepEqual([width, height], [side, side]);
  const pixel = await picture
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  assert.deepEqual([...pixel], colour);
}

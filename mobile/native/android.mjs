/** What Capacitor's Android project lacks: links, notifications, our colours, the version. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editXml, replace } from './edit.mjs';

const NS = 'http://schemas.android.com/apk/res/android';

export function finishAndroid(project, settings, colours) {
  const app = join(project, 'app');
  const resources = join(app, 'src/main/res');
  editXml(join(app, 'src/main/AndroidManifest.xml'), (manifest) => {
    declare(manifest, new URL(settings.server).host);
  });
  replace(join(app, 'build.gradle'), 'versionCode 1\n', `versionCode ${settings.build}\n`);
  replace(join(app, 'build.gradle'), 'versionName "1.0"', `versionName "${settings.version}"`);
  paint(resources, colours);
  if (settings.googleServices) {
    copyFileSync(settings.googleServices, join(app, 'google-services.json'));
  }
}

function declare(manifest, host) {
  const [root, application, activity] = ['manifest', 'application', 'activity'].map(
    (name) => manifest.getElementsByTagName(name)[0],
  );
  const add = (parent, name, attributes = {}) => {
    const element = parent.appendChild(manifest.createElement(name));
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttributeNS(NS, `android:${key}`, value);
    }
    return element;
  };
  const opens = (addresses, attributes) => {
    const filter = add(activity, 'intent-filter', attributes);
    add(filter, 'action', { name: 'android.intent.action.VIEW' });
    add(filter, 'category', { name: 'android.intent.category.DEFAULT' });
    add(filter, 'category', { name: 'android.intent.category.BROWSABLE' });
    addresses.forEach((address) => add(filter, 'data', address));
  };
  opens([{ scheme: 'ojeomneo' }]);
  // Android asks the Server for /.well-known/assetlinks.json whether these are really this app's.
  const https = { scheme: 'https', host };
  opens(
    [
      { ...https, path: '/checkout/return' },
      { ...https, path: '/orders' },
      { ...https, pathPrefix: '/orders/' },
    ],
    { autoVerify: 'true' },
  );
  add(root, 'uses-permission', { name: 'android.permission.POST_NOTIFICATIONS' });
  add(application, 'meta-data', {
    name: 'com.google.firebase.messaging.default_notification_icon',
    resource: '@drawable/notification',
  });
  add(application, 'meta-data', {
    name: 'com.google.firebase.messaging.default_notification_color',
    resource: '@color/ic_launcher_background',
  });
  // A backup would bring secrets whose key stays behind on the old phone.
  application.setAttributeNS(NS, 'android:allowBackup', 'false');
}

function paint(resources, colours) {
  replace(join(resources, 'values/ic_launcher_background.xml'), '#FFFFFF', colours.brand);
  const { brand, light, dark } = colours;
  // The last three are Capacitor's blue otherwise.
  const always = { colorPrimary: brand, colorPrimaryDark: brand, colorAccent: brand };
  writeColours(join(resources, 'values'), { splash: light, ...always });
  writeColours(join(resources, 'values-night'), { splash: dark });
  replace(
    join(resources, 'values/styles.xml'),
    '<item name="android:background">@drawable/splash</item>',
    '<item name="windowSplashScreenBackground">@color/splash</item>\n' +
      '        <item name="windowSplashScreenAnimatedIcon">@drawable/splash_icon</item>\n' +
      '        <item name="postSplashScreenTheme">@style/AppTheme.NoActionBar</item>',
  );
}

function writeColours(folder, colours) {
  const lines = Object.entries(colours).map(
    ([name, colour]) => `    <color name="${name}">${colour}</color>\n`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'colors.xml'),
    `<?xml version="1.0" encoding="utf-8"?>\n<resources>\n${lines.join('')}</resources>\n`,
  );
}

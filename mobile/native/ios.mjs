/** What Capacitor's iOS project lacks: links, notifications, languages, the version. */
import { join } from 'node:path';
import { readPlist, replace, writePlist } from './edit.mjs';

export function finishIos(project, settings) {
  const app = join(project, 'App/App');
  const info = readPlist(join(app, 'Info.plist'));
  writePlist(join(app, 'Info.plist'), {
    ...info,
    CFBundleDevelopmentRegion: 'ko',
    CFBundleLocalizations: ['ko', 'en'],
    CFBundleURLTypes: [{ CFBundleURLName: 'com.ojeomneo.app', CFBundleURLSchemes: ['ojeomneo'] }],
    // HTTPS only, which needs no export papers.
    ITSAppUsesNonExemptEncryption: false,
  });
  writePlist(join(app, 'App.entitlements'), {
    // Xcode makes it production when it exports for the store.
    'aps-environment': 'development',
    // Apple asks the Server for /.well-known/apple-app-site-association which links are this app's.
    'com.apple.developer.associated-domains': [`applinks:${new URL(settings.server).host}`],
  });
  const xcode = join(project, 'App/App.xcodeproj/project.pbxproj');
  const infoFile = 'INFOPLIST_FILE = App/Info.plist;';
  // Debug and Release.
  replace(
    xcode,
    infoFile,
    `CODE_SIGN_ENTITLEMENTS = App/App.entitlements;\n\t\t\t\t${infoFile}`,
    2,
  );
  replace(xcode, 'MARKETING_VERSION = 1.0;', `MARKETING_VERSION = ${settings.version};`, 2);
  replace(xcode, 'CURRENT_PROJECT_VERSION = 1;', `CURRENT_PROJECT_VERSION = ${settings.build};`, 2);
  replace(join(app, 'AppDelegate.swift'), '        return config\n    }\n}', PUSH);
}

/** As @capacitor/push-notifications asks for. */
const PUSH = `        return config
    }

    func application(_ application: UIApplication, didRegisterForRemoteNotificationsWithDeviceToken deviceToken: Data) {
        NotificationCenter.default.post(name: .capacitorDidRegisterForRemoteNotifications, object: deviceToken)
    }

    func application(_ application: UIApplication, didFailToRegisterForRemoteNotificationsWithError error: Error) {
        NotificationCenter.default.post(name: .capacitorDidFailToRegisterForRemoteNotifications, object: error)
    }
}`;

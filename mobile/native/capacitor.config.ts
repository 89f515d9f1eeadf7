import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
  appId: 'com.ojeomneo.app',
  appName: '오점너',
  webDir: 'dist/www',
  backgroundColor: '#fffaf5',
  android: {
    path: 'dist/android',
    // What the app is compiled for; Capacitor says so kindly on a phone whose WebView is older.
    minWebViewVersion: 96,
  },
  ios: { path: 'dist/ios', contentInset: 'never' },
};

export default config;

/**
 * `node audit.mjs CHROME URL RUNS`: Lighthouse's mobile audit, each run in a new browser with nothing kept. Prints one
 * line of JSON a run: scores 0 to 100, times in ms, bytes as sent.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [chromePath, url, runs] = process.argv.slice(2);

for (let run = 0; run < Number(runs); run++) {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
    logLevel: 'silent',
  });
  try {
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'silent',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    });
    if (lhr.runtimeError) {
      throw new Error(`${url}: ${lhr.runtimeError.message}`);
    }
    const score = (category) => Math.round(lhr.categories[category].score * 100);
    const value = (audit) => lhr.audits[audit].numericValue;
    console.log(
      JSON.stringify({
        performance: score('performance'),
        accessibility: score('accessibility'),
        bestPractices: score('best-practices'),
        firstPaintMillis: value('first-contentful-paint'),
        largestPaintMillis: value('largest-contentful-paint'),
        blockedMillis: value('total-blocking-time'),
        layoutShift: value('cumulative-layout-shift'),
        bytes: value('total-byte-weight'),
      }),
    );
  } finally {
    chrome.kill();
  }
}

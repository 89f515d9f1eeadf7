/**
 * What Maven calls for the pages of an app: `node web.mjs FOLDER build|check|test TARGET [INPUT...]`, where
 * FOLDER holds a package.json and TARGET is Maven's target folder. Each does nothing while no file of FOLDER and
 * none of the INPUTs has changed, come or gone since it last succeeded: a build of the Java alone does not wait
 * for the pages.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [root, step, target, ...inputs] = process.argv.slice(2);
/** Made from the inputs, so no source. */
const GENERATED = new Set(['schema.d.ts', 'dist']);
const pages = join(target, 'classes', 'META-INF', 'resources');
const stamps = join(target, 'web');

function digest(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    hash.update(`\0${file}\0`).update(readFileSync(resolve(root, file)));
  }
  return hash.digest('hex');
}

function sources(folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !GENERATED.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sources(path) : [path];
    })
    .sort();
}

/** Runs the work unless it succeeded for just these contents. */
function unlessDone(stamp, fingerprint, isThere, work) {
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    return;
  }
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function npm(...args) {
  execFileSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    // npm is npm.cmd on Windows, which only a shell starts.
    shell: process.platform === 'win32',
    env: { ...process.env, WEB_OUT: pages, API_DOCUMENT: inputs[0] ?? '' },
  });
}

// What is in npm's own cache is not asked for again, so this also works without a network.
const installed = join(root, 'node_modules', '.lock-digest');
unlessDone(installed, digest(['package.json', 'package-lock.json']), true, () =>
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'),
);
unlessDone(
  join(stamps, step),
  digest([...sources(), ...inputs.map((each) => resolve(each))]),
  step !== 'build' || existsSync(join(pages, 'index.html')),
  () => {
    if (step === 'build') {
      // Their names carry digests: what an earlier build left would be served for ever.
      rmSync(join(pages, 'assets'), { recursive: true, force: true });
    }
    npm('run', '--silent', step);
  },
);

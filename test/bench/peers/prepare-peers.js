// Makes ready what the benchmark compares with: what is not ours is installed, what is bundled is bundled.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { validatorsModule } from '../../../src/build/generate.js'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Installs ajv-cli, in the versions of package-lock.json, into a folder that is kept between runs.
 * @returns {{ script: string } | { failure: string }} the path of its program, or why there is none
 */
export function installAjv() {
  const lock = readFileSync(join(here, 'package-lock.json'))
  const folder = join(
    tmpdir(),
    `source-cards-bench-peers-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`,
  )
  const script = join(folder, 'node_modules', 'ajv-cli', 'dist', 'index.js')
  if (existsSync(script)) return { script }
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(folder, name))
  const { status, stderr, error } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', '--loglevel=error'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  return status === 0 ? { script } : { failure: error?.message ?? stderr.split('\n', 2).join(', ') }
}

/**
 * @param {string} directory where the bundle goes
 * @returns {Promise<string>} its path
 */
export async function bundleSchemaCheck(directory) {
  const outfile = join(directory, 'schema-check.cjs')
  const validators = join(directory, 'validators.cjs')
  writeFileSync(validators, validatorsModule({ allErrors: false }))
  await build({
    entryPoints: [join(here, 'schema-check.js')],
    outfile,
    alias: { validators },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  })
  return outfile
}

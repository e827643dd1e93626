// A floor: the bytes of all files of a directory.
'use strict'

const { readdirSync, readFileSync } = require('node:fs')

const directory = String(process.argv[2])
for (const name of readdirSync(directory)) readFileSync(`${directory}/${name}`)

// The examples in README and doc comments, each run as a test of its own.
import.meta.glob(['../README.md', '../src/**/*.ts'], { query: '?doctest', eager: true })

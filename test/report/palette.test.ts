import { type ColourName, palette } from 'einzug/report'
import { describe, expect, test } from 'vitest'

type Rgb = readonly [number, number, number]

/** Linear light of a colour. */
const linear = (hex: string): Rgb =>
  [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [x = 0, y = 0] = [luminance(a), luminance(b)].sort((m, n) => n - m)
  return (x + 0.05) / (y + 0.05)
}

/** Machado, Oliveira & Fernandes (2009), complete protanopia, deuteranopia and tritanopia. */
const blindness = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

/** OKLab of a colour as somebody sees it: distances in it are like differences seen. */
const seen = (hex: string, eye: keyof typeof blindness): Rgb => {
  const [r, g, b] = linear(hex)
  const m = blindness[eye]
  const mix = (at: number): number =>
    Math.min(1, Math.max(0, (m[at] ?? 0) * r + (m[at + 1] ?? 0) * g + (m[at + 2] ?? 0) * b))
  const [R, G, B] = [mix(0), mix(3), mix(6)]
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B)
  const c = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B)
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B)
  return [
    0.2104542553 * l + 0.793617785 * c - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * c + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * c - 0.808675766 * s,
  ]
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

const data: ReadonlyArray<ColourName> = ['first', 'second', 'third', 'fourth']

describe.each(['light', 'dark'] as const)('on a %s ground', ground => {
  const under = palette.ground[ground]

  test('text has a contrast of 4.5 and marks of 3 at least', () => {
    for (const name of ['ink', 'muted', 'first'] as const)
      expect([name, contrast(palette[name][ground], under) >= 4.5]).toEqual([name, true])
    for (const name of data) expect([name, contrast(palette[name][ground], under) >= 3]).toEqual([name, true])
    expect(contrast(palette.first[ground], palette.band[ground])).toBeGreaterThanOrEqual(3)
  })

  test('the colours of data can be told apart with every kind of sight', () => {
    for (const eye of Object.keys(blindness) as ReadonlyArray<keyof typeof blindness>)
      for (const a of data)
        for (const b of data)
          if (a < b) {
            const apart = distance(seen(palette[a][ground], eye), seen(palette[b][ground], eye))
            expect([eye, a, b, apart >= 0.08, apart]).toEqual([eye, a, b, true, apart])
          }
  })
})

test('no two colours are one: a drawing is turned dark by them', () => {
  const light = Object.values(palette).map(colour => colour.light)
  expect(new Set(light).size).toBe(light.length)
})

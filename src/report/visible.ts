/**
 * Characters that steer the text around them without being seen: controls, embeddings, overrides and isolates of
 * bidirectional text, lone surrogates, noncharacters. Marks that Arabic and Hebrew names are spelt with stay.
 */
const steering = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/gu

/** A text in which whatever could steer its surroundings is shown as a replacement character. */
export const visible = (text: string): string => text.replace(steering, '\ufffd')

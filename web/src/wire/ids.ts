/** Ids with a brand, checked where they enter: an address typed by hand is no consult yet. */
declare const brand: unique symbol;
type Id<B extends string> = string & { readonly [brand]: B };

export type AnyId = Id<string>;
export type ConsultId = Id<"consult">;
export type PatientId = Id<"patient">;
export type ReferralId = Id<"referral">;
export type CallId = Id<"call">;
export type RingId = Id<"ring">;
export type PersonId = Id<"person">;
export type FacilityId = Id<"facility">;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id, or null when the text is no UUID. */
export function asId<I extends AnyId>(text: string | undefined): I | null {
  return text !== undefined && UUID.test(text) ? (text as I) : null;
}

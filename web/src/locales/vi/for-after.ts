/** What comes after a consult: the way of a referral, appointments, results, debts. */
export * from "./way";

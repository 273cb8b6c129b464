// Generated from docs/openapi.json by `npm run wire`. Not edited by hand.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign_in"];
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/socket-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["socket_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_site"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_facilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["duty_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["my_shifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirm_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole request. The reading is audited. */
        get: operations["get_consult"];
        /** Make a consult; with `send` it rings at once. */
        put: operations["put_consult"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything open that concerns the one who asks. */
        get: operations["list_consults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge some fields of the request. */
        post: operations["change_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A draft, or a returned request now completed, begins to ring. */
        post: operations["send_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it. The first claim wins. */
        post: operations["accept_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rings/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not me: the next step starts at once. */
        post: operations["decline_ring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/hand-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The holder passes it on; the patient's clock goes on. */
        post: operations["hand_on_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the station for more; stops the hospital's clock, not the patient's. */
        post: operations["return_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Meet later. */
        post: operations["schedule_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The station withdraws it. */
        post: operations["cancel_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody answered: the patient goes now. */
        post: operations["transfer_consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/phone-calls/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what was said by telephone. */
        put: operations["put_phone_call"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a call again after one ended. */
        post: operations["open_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the call for both ends; the case may stay open. */
        post: operations["end_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open rings of the one who asks. */
        get: operations["list_rings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vital-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hard ranges and alert bands by age, so that the browser judges as the server does. */
        get: operations["vital_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/line-tests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["line_test"];
        put?: never;
        post: operations["start_line_test"];
        delete: operations["end_line_test"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who it is. The reading is audited. */
        get: operations["get_patient"];
        /** Keep a patient. Nothing is mandatory; what looks odd comes back as warnings. */
        put: operations["put_patient"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct some fields: only those in the body. */
        post: operations["change_patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By the beginnings of words, numbers or our code, with or without marks. */
        post: operations["search_patients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who these are, for lists that hold ids only. Those not to be seen are left out. */
        post: operations["name_patients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes of a consult; there are none before somebody takes it. */
        get: operations["get_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/minutes/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write one field. */
        post: operations["change_minutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/minutes/{id}/opinions/{opinion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say something in the discussion, with one's name. */
        put: operations["put_opinion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/minutes/{id}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The chair confirms the conclusion; none of its items may be empty. */
        post: operations["conclude_minutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/minutes/{id}/signatures/{signature_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign one's lines. With the last one the minutes get their number and are locked. */
        post: operations["sign_minutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/minutes/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The A4 form as PDF. */
        get: operations["print_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What the treating clinician does with the advice. One for each consult. */
        put: operations["put_decision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The station's decision on a consult. */
        get: operations["get_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers and answers that the one who asks still owes. */
        get: operations["list_debts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One referral. The reading is audited. */
        get: operations["get_referral"];
        /** Draft a referral from a consult, filled from what is known. */
        put: operations["put_referral"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open referrals of one's own station. */
        get: operations["list_referrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every referral made from a consult. */
        get: operations["list_consult_referrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct some lines of a draft: only those in the body. */
        post: operations["change_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign it for the station: it gets its number and its validity. */
        post: operations["sign_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A signed referral goes to its hospital. */
        post: operations["send_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call it off, with the reason. */
        post: operations["cancel_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The A4 form as PDF. */
        get: operations["print_referral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the consult log, newest first, with totals over the whole filter. */
        get: operations["get_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filter's rows as CSV, de-identified, streamed; opens in Excel with Vietnamese letters. */
        get: operations["get_log_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to one consult, second by second. */
        get: operations["get_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/robot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the demo's robot specialist on or off. */
        post: operations["switch_robot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AcceptCommand */
        AcceptCommand: {
            /**
             * @description `written` takes the case and answers in writing; not for stat.
             * @default null
             */
            answer?: components["schemas"]["Answer"] | null;
        };
        /**
         * Answer
         * @enum {string}
         */
        Answer: "call" | "written";
        /**
         * BirthPrecision
         * @enum {string}
         */
        BirthPrecision: "unknown" | "year" | "month" | "day" | "estimated";
        /**
         * CallState
         * @enum {string}
         */
        CallState: "waiting" | "live" | "interrupted" | "ended";
        /** CallView */
        CallView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            state: components["schemas"]["CallState"];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Live At */
            live_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Participants */
            participants: components["schemas"]["ParticipantView"][];
        };
        /** CancelReferral */
        CancelReferral: {
            /** Reason */
            reason: string;
        };
        /**
         * CaseType
         * @description What the station meets most (`domain.md` 4.7).
         * @enum {string}
         */
        CaseType: "child_fever" | "chronic" | "obstetric" | "stroke" | "chest_pain" | "trauma" | "poisoning" | "skin" | "dyspnoea" | "seizure" | "shock" | "other";
        /**
         * Choice
         * @enum {string}
         */
        Choice: "follow" | "modify" | "decline";
        /**
         * Consent
         * @description Agreement to share the case with the hospital (`domain.md` 4.4). Never pre-ticked.
         */
        "Consent-Input": {
            ground: components["schemas"]["ConsentGround"];
            /**
             * Given By
             * @description Who agreed: the patient, or the representative's name and relation.
             * @default
             */
            given_by?: string;
            /**
             * Reason
             * @description Why without consent: asked for when the ground is `emergency`.
             * @default
             */
            reason?: string;
            /**
             * Text Version
             * @default 2026-11
             */
            text_version?: string;
        };
        /**
         * Consent
         * @description Agreement to share the case with the hospital (`domain.md` 4.4). Never pre-ticked.
         */
        "Consent-Output": {
            ground: components["schemas"]["ConsentGround"];
            /**
             * Given By
             * @description Who agreed: the patient, or the representative's name and relation.
             * @default
             */
            given_by: string;
            /**
             * Reason
             * @description Why without consent: asked for when the ground is `emergency`.
             * @default
             */
            reason: string;
            /**
             * Text Version
             * @default 2026-11
             */
            text_version: string;
        };
        /**
         * ConsentGround
         * @enum {string}
         */
        ConsentGround: "spoken" | "signed" | "relative" | "emergency";
        /**
         * ConsultChange
         * @description Only what is given changes. `seen_version` is the version the screen saw.
         *
         *     Fields are merged one by one: two people changing different fields both win; the same field
         *     changed since `seen_version` is refused with `stale`, and nothing of the command is taken.
         */
        ConsultChange: {
            /** Seen Version */
            seen_version: number;
            /**
             * Patient Id
             * @default null
             */
            patient_id?: string | null;
            /**
             * @description May only rise once sent.
             * @default null
             */
            urgency?: components["schemas"]["Urgency"] | null;
            /** @default null */
            specialty?: components["schemas"]["Specialty"] | null;
            /** @default null */
            answer?: components["schemas"]["Answer"] | null;
            /**
             * Request
             * @default {}
             */
            request?: {
                [key: string]: string;
            };
            /** @default null */
            subject?: components["schemas"]["Subject-Input"] | null;
            /** @default null */
            case_type?: components["schemas"]["CaseType"] | null;
            /** @default null */
            vitals?: components["schemas"]["Vitals"] | null;
            /** @default null */
            consent?: components["schemas"]["Consent-Input"] | null;
        };
        /** ConsultDetail */
        ConsultDetail: {
            summary: components["schemas"]["ConsultSummary"];
            request: components["schemas"]["RequestFields-Output"];
            /** Vitals */
            vitals: components["schemas"]["VitalsView"][];
            consent: components["schemas"]["Consent-Output"] | null;
            /** Consent Recorded At */
            consent_recorded_at: string | null;
            /** Cancel Reason */
            cancel_reason: string | null;
            /**
             * Previous
             * @description Earlier consults of the same patient, newest first, at most 5.
             */
            previous: components["schemas"]["ConsultSummary"][];
        };
        /** ConsultList */
        ConsultList: {
            /** Consults */
            consults: components["schemas"]["ConsultSummary"][];
        };
        /**
         * ConsultSummary
         * @description What lists, rings and live frames show. No name of the patient.
         */
        ConsultSummary: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /** Version */
            version: number;
            /**
             * Request Version
             * @description When the request itself last changed: below it a detail read is current.
             */
            request_version: number;
            state: components["schemas"]["telemed__sessions__model__State"];
            urgency: components["schemas"]["Urgency"];
            specialty: components["schemas"]["Specialty"];
            answer: components["schemas"]["Answer"];
            case_type: components["schemas"]["CaseType"];
            station: components["schemas"]["FacilityRef"];
            hospital: components["schemas"]["FacilityRef"];
            requester: components["schemas"]["PersonRef"];
            specialist: components["schemas"]["PersonRef"] | null;
            /** Patient Id */
            patient_id: string | null;
            subject: components["schemas"]["Subject-Output"];
            /** Reason */
            reason: string;
            /** Question */
            question: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Accepted At */
            accepted_at: string | null;
            /**
             * Answer Due At
             * @description When the target for a first answer ends (`domain.md` 4.3).
             */
            answer_due_at: string | null;
            /** Returned Question */
            returned_question: string | null;
            /** Scheduled At */
            scheduled_at: string | null;
            /** Concluded At */
            concluded_at: string | null;
            /** Closed At */
            closed_at: string | null;
            ladder: components["schemas"]["Ladder"];
            call: components["schemas"]["CallView"] | null;
            /** Alerts */
            alerts: components["schemas"]["VitalAlert"][];
            /** Phones */
            phones: components["schemas"]["Phone"][];
        };
        /** Credentials */
        Credentials: {
            /** Username */
            username: string;
            /** Password */
            password: string;
        };
        /** DayCount */
        DayCount: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Consults */
            consults: number;
            /** Answered In Time */
            answered_in_time: number;
        };
        /**
         * Debt
         * @description A paper or an answer still owed by the one who asks.
         */
        Debt: {
            kind: components["schemas"]["DebtKind"];
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /** Consult Code */
            consult_code: string;
            station: components["schemas"]["FacilityRef"];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Patient Id */
            patient_id: string | null;
        };
        /**
         * DebtKind
         * @enum {string}
         */
        DebtKind: "conclusion" | "minutes" | "decision" | "answer" | "referral";
        /** DebtList */
        DebtList: {
            /** Debts */
            debts: components["schemas"]["Debt"][];
        };
        /** DecisionView */
        DecisionView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            choice: components["schemas"]["Choice"];
            /** Reason */
            reason: string;
            /** Changed Items */
            changed_items: ("summary" | "diagnosis" | "treatment" | "monitoring" | "place" | "follow_up")[];
            /** Outcomes */
            outcomes: components["schemas"]["Outcome"][];
            /** Follow Up On */
            follow_up_on: string | null;
            /** Note */
            note: string;
            decided_by: components["schemas"]["PersonRef"];
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
        };
        /**
         * Decline
         * @description `wrong_specialty` sends it to another specialty at once; the patient's clock goes on.
         */
        Decline: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "busy" | "operating" | "absent" | "wrong_specialty" | "other";
            /**
             * Note
             * @default
             */
            note?: string;
            /** @default null */
            specialty?: components["schemas"]["Specialty"] | null;
        };
        /** DemoAccount */
        DemoAccount: {
            /** Username */
            username: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Facility */
            facility: string;
        };
        /**
         * DutyBoard
         * @description Who answers now at one hospital; for a station, at the hospital that supports it.
         */
        DutyBoard: {
            hospital: components["schemas"]["FacilityRef"];
            /** Lines */
            lines: components["schemas"]["DutyLine"][];
            /** Phones */
            phones: components["schemas"]["Phone"][];
        };
        /**
         * DutyLine
         * @description One person on consult duty now.
         */
        DutyLine: {
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
            person: components["schemas"]["PersonRef"];
            specialty: components["schemas"]["Specialty"] | null;
            tier: components["schemas"]["Tier"];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Confirmed */
            confirmed: boolean;
        };
        /**
         * FacilityKind
         * @enum {string}
         */
        FacilityKind: "station" | "hospital" | "province";
        /** FacilityList */
        FacilityList: {
            /** Facilities */
            facilities: components["schemas"]["FacilityRef"][];
        };
        /** FacilityRef */
        FacilityRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Name
             * @description Full name, such as “Trạm Y tế xã Bình Lư”.
             */
            name: string;
            /**
             * Short Name
             * @description For lists, such as “Trạm Bình Lư”.
             */
            short_name: string;
            kind: components["schemas"]["FacilityKind"];
        };
        /**
         * FieldError
         * @description One fault in what was sent. `params` are the limits that were broken, never the value.
         */
        FieldError: {
            /** Pointer */
            pointer: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /**
             * Params
             * @default {}
             */
            params: {
                [key: string]: number | string;
            };
        };
        /**
         * FlowView
         * @description One kind of media as the server received it: `lost` is what the line lost, before any repair.
         */
        FlowView: {
            /** Received */
            received: number;
            /** Lost */
            lost: number;
            /** Jitter Ms */
            jitter_ms: number;
        };
        /** GrantView */
        GrantView: {
            role: components["schemas"]["Role"];
            facility: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"] | null;
        };
        /** Ladder */
        Ladder: {
            /** Round */
            round: number;
            /** Steps */
            steps: components["schemas"]["LadderStep"][];
            /** Ended At */
            ended_at: string | null;
            /** Restarts At */
            restarts_at: string | null;
        };
        /**
         * LadderStep
         * @description One step of the ladder. `waiting` steps come later; times are the server's plan if nobody answers.
         */
        LadderStep: {
            /** Index */
            index: number;
            kind: components["schemas"]["StepKind"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "ringing" | "over" | "skipped";
            /** People */
            people: components["schemas"]["RungPerson"][];
            /** Started At */
            started_at: string | null;
            /** Deadline At */
            deadline_at: string | null;
            /** Skip Reason */
            skip_reason: ("empty" | "unreachable" | "in_call" | "already_asked") | null;
        };
        /**
         * Level
         * @enum {string}
         */
        Level: "alert" | "critical";
        /** LineTestAnswer */
        LineTestAnswer: {
            /**
             * Sdp
             * @description The echo peer's answer, all candidates included.
             */
            sdp: string;
            /**
             * Lasts Ms
             * @description The test ends by itself after this time.
             */
            lasts_ms: number;
        };
        /** LineTestOffer */
        LineTestOffer: {
            /**
             * Sdp
             * @description The browser's offer, candidates included: one voice, one picture or both, sent and received.
             */
            sdp: string;
        };
        /** LineTestView */
        LineTestView: {
            state: components["schemas"]["telemed__media__model__State"];
            /** Elapsed Ms */
            elapsed_ms: number;
            /**
             * Rtt Ms
             * @description Null in the first seconds.
             */
            rtt_ms: number | null;
            voice: components["schemas"]["FlowView"] | null;
            picture: components["schemas"]["FlowView"] | null;
            /**
             * Frames
             * @description Pictures that reached the server whole.
             */
            frames: number;
        };
        /** LinkPoint */
        LinkPoint: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Side
             * @enum {string}
             */
            side: "station" | "hospital";
            /** Out Kbps */
            out_kbps: number | null;
            /** Rtt Ms */
            rtt_ms: number | null;
            /** Loss Pct */
            loss_pct: number | null;
        };
        /** LogPage */
        LogPage: {
            /** Rows */
            rows: components["schemas"]["LogRow"][];
            totals: components["schemas"]["LogTotals"];
            /** Newer */
            newer: string | null;
            /** Older */
            older: string | null;
        };
        /**
         * LogRow
         * @description One consult. `patient_mask` is initials such as `G.T.S.`; the name is opened elsewhere, with a purpose.
         */
        LogRow: {
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /** Code */
            code: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            state: components["schemas"]["telemed__sessions__model__State"];
            urgency: components["schemas"]["Urgency"];
            specialty: components["schemas"]["Specialty"];
            station: components["schemas"]["FacilityRef"];
            hospital: components["schemas"]["FacilityRef"];
            requester: components["schemas"]["PersonRef"];
            /** Patient Mask */
            patient_mask: string;
            subject: components["schemas"]["Subject-Output"];
            /** Question */
            question: string;
            /** @description Who the roster named first when it was sent. */
            on_duty: components["schemas"]["PersonRef"] | null;
            /** Rung */
            rung: components["schemas"]["RungRef"][];
            answered_by: components["schemas"]["PersonRef"] | null;
            /**
             * Wait Ms
             * @description From sent to the first clinician's answer; null while nobody answered.
             */
            wait_ms: number | null;
            /** Answer Due Ms */
            answer_due_ms: number;
            /** Call Ms */
            call_ms: number | null;
            /** Outcomes */
            outcomes: components["schemas"]["Outcome"][];
            decision: components["schemas"]["Choice"] | null;
            /** Referral Id */
            referral_id: string | null;
            /** Referral Number */
            referral_number: string | null;
            referral_state: components["schemas"]["ReferralState"] | null;
            minutes_state: components["schemas"]["MinutesState"] | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "normal" | "live" | "late" | "unanswered" | "interrupted" | "unsigned" | "cancelled" | "transferred";
        };
        /**
         * LogTotals
         * @description Over the whole filter, not the page.
         */
        LogTotals: {
            /** Consults */
            consults: number;
            /** Answered */
            answered: number;
            /** Wait Median Ms */
            wait_median_ms: number | null;
            /** Wait P90 Ms */
            wait_p90_ms: number | null;
            /** Referred */
            referred: number;
            /** Concluded */
            concluded: number;
            /** Signed In Time */
            signed_in_time: number;
            /** By Day */
            by_day: components["schemas"]["DayCount"][];
            /** Views */
            views: {
                [key: string]: number;
            };
        };
        /**
         * MinutesChange
         * @description One field. `seen_version` is that field's version on the screen; if it moved on, `minutes.field_changed`.
         */
        MinutesChange: {
            /**
             * Field
             * @enum {string}
             */
            field: "summary" | "diagnosis" | "treatment" | "monitoring" | "place" | "follow_up";
            /** Text */
            text: string;
            /** Seen Version */
            seen_version: number;
        };
        /** MinutesField */
        MinutesField: {
            /** Text */
            text: string;
            /** Version */
            version: number;
            edited_by: components["schemas"]["PersonRef"] | null;
            /** Edited At */
            edited_at: string | null;
        };
        /**
         * MinutesState
         * @enum {string}
         */
        MinutesState: "draft" | "signing" | "signed";
        /** MinutesView */
        MinutesView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /**
             * Number
             * @description Given when the last line is signed.
             */
            number: string | null;
            state: components["schemas"]["MinutesState"];
            /** Version */
            version: number;
            /** Fields */
            fields: {
                [key: string]: components["schemas"]["MinutesField"];
            };
            /** Opinions */
            opinions: components["schemas"]["Opinion"][];
            /**
             * Missing
             * @description Conclusion items still empty.
             */
            missing: ("summary" | "diagnosis" | "treatment" | "monitoring" | "place" | "follow_up")[];
            /** Concluded At */
            concluded_at: string | null;
            chair: components["schemas"]["PersonRef"] | null;
            requester: components["schemas"]["PersonRef"];
            /** Signatures */
            signatures: components["schemas"]["SignatureView"][];
            /**
             * My Lines
             * @description Lines the one who asks may sign now.
             */
            my_lines: components["schemas"]["SignatureLine"][];
            /**
             * Document Hash
             * @description SHA-256 of what a signature would cover now.
             */
            document_hash: string;
            /**
             * Incidents
             * @description Codes with times of technical incidents taken from the call.
             */
            incidents: string[];
        };
        /**
         * MyShift
         * @description The shift of the one who asks: the running one, else the next within 24 hours.
         */
        MyShift: {
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
            hospital: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"] | null;
            tier: components["schemas"]["Tier"];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Confirmed */
            confirmed: boolean;
            relief: components["schemas"]["PersonRef"] | null;
        };
        /** MyShifts */
        MyShifts: {
            shift: components["schemas"]["MyShift"] | null;
        };
        /**
         * NewConsult
         * @description `send` rings at once (the emergency form does it in this one PUT); otherwise it stays a draft.
         */
        NewConsult: {
            /**
             * Station Id
             * Format: uuid
             */
            station_id: string;
            urgency: components["schemas"]["Urgency"];
            specialty: components["schemas"]["Specialty"];
            /** @default call */
            answer?: components["schemas"]["Answer"];
            /**
             * Patient Id
             * @default null
             */
            patient_id?: string | null;
            request: components["schemas"]["RequestFields-Input"];
            /**
             * Vitals
             * @default []
             */
            vitals?: components["schemas"]["Vitals"][];
            /** @default null */
            consent?: components["schemas"]["Consent-Input"] | null;
            /**
             * Send
             * @default false
             */
            send?: boolean;
        };
        /**
         * NewDecision
         * @description What the treating clinician does with the advice (Law 15/2023 Art. 64: the clinician decides).
         */
        NewDecision: {
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            choice: components["schemas"]["Choice"];
            /**
             * Reason
             * @description Asked for unless `follow`.
             * @default
             */
            reason?: string;
            /**
             * Changed Items
             * @description Asked for when `modify`.
             * @default []
             */
            changed_items?: ("summary" | "diagnosis" | "treatment" | "monitoring" | "place" | "follow_up")[];
            /** Outcomes */
            outcomes: components["schemas"]["Outcome"][];
            /**
             * Follow Up On
             * @default null
             */
            follow_up_on?: string | null;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** NewOpinion */
        NewOpinion: {
            /** Text */
            text: string;
        };
        /** NewPatient */
        NewPatient: {
            /**
             * Full Name
             * @description Empty while unknown.
             * @default
             */
            full_name?: string;
            /** @default unknown */
            sex?: components["schemas"]["Sex"];
            /**
             * Birth Date
             * @description Unknown day or month: the first of it; see `birth_precision`.
             * @default null
             */
            birth_date?: string | null;
            /** @default unknown */
            birth_precision?: components["schemas"]["BirthPrecision"];
            /**
             * National Id
             * @default
             */
            national_id?: string;
            /**
             * Insurance No
             * @default
             */
            insurance_no?: string;
            /**
             * Ethnicity Code
             * @default
             */
            ethnicity_code?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Commune Code
             * @default
             */
            commune_code?: string;
            /**
             * Village
             * @default
             */
            village?: string;
            /**
             * Occupation
             * @default
             */
            occupation?: string;
            /**
             * Representative
             * @description Name and relation of the one who speaks for the patient.
             * @default
             */
            representative?: string;
            /**
             * Language
             * @description Language spoken, if an interpreter is needed.
             * @default
             */
            language?: string;
            /**
             * Station Id
             * Format: uuid
             */
            station_id: string;
        };
        /**
         * NewReferral
         * @description Made from a consult: empty fields are filled from its request and minutes.
         */
        NewReferral: {
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /**
             * To Facility Id
             * Format: uuid
             */
            to_facility_id: string;
            /** @default referral */
            kind?: components["schemas"]["ReferralKind"];
        };
        /** Opinion */
        Opinion: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            by: components["schemas"]["PersonRef"];
            facility: components["schemas"]["FacilityRef"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
        };
        /**
         * Outcome
         * @description domain.md 4.1 step 10; several may hold.
         * @enum {string}
         */
        Outcome: "treat_at_station" | "refer" | "emergency_transfer" | "follow_up" | "no_action" | "died" | "patient_declined";
        /** PaperRef */
        PaperRef: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "minutes" | "referral";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string | null;
            /** State */
            state: string;
        };
        /** ParticipantView */
        ParticipantView: {
            person: components["schemas"]["PersonRef"];
            facility: components["schemas"]["FacilityRef"];
            /**
             * Side
             * @enum {string}
             */
            side: "station" | "hospital";
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Left At */
            left_at: string | null;
            /** Linked */
            linked: boolean;
        };
        /** PatientChange */
        PatientChange: {
            /** Seen Version */
            seen_version: number;
            fields: components["schemas"]["PatientFields"];
        };
        /**
         * PatientFields
         * @description Nothing is mandatory: care never waits for papers (`domain.md` 6.1). Odd values come back as `warnings`.
         */
        PatientFields: {
            /**
             * Full Name
             * @description Empty while unknown.
             * @default
             */
            full_name?: string;
            /** @default unknown */
            sex?: components["schemas"]["Sex"];
            /**
             * Birth Date
             * @description Unknown day or month: the first of it; see `birth_precision`.
             * @default null
             */
            birth_date?: string | null;
            /** @default unknown */
            birth_precision?: components["schemas"]["BirthPrecision"];
            /**
             * National Id
             * @default
             */
            national_id?: string;
            /**
             * Insurance No
             * @default
             */
            insurance_no?: string;
            /**
             * Ethnicity Code
             * @default
             */
            ethnicity_code?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Commune Code
             * @default
             */
            commune_code?: string;
            /**
             * Village
             * @default
             */
            village?: string;
            /**
             * Occupation
             * @default
             */
            occupation?: string;
            /**
             * Representative
             * @description Name and relation of the one who speaks for the patient.
             * @default
             */
            representative?: string;
            /**
             * Language
             * @description Language spoken, if an interpreter is needed.
             * @default
             */
            language?: string;
        };
        /** PatientIds */
        PatientIds: {
            /** Ids */
            ids: string[];
        };
        /** PatientList */
        PatientList: {
            /** Patients */
            patients: components["schemas"]["PatientView"][];
        };
        /** PatientSearch */
        PatientSearch: {
            /** Text */
            text: string;
        };
        /** PatientView */
        PatientView: {
            /**
             * Full Name
             * @description Empty while unknown.
             * @default
             */
            full_name: string;
            /** @default unknown */
            sex: components["schemas"]["Sex"];
            /**
             * Birth Date
             * @description Unknown day or month: the first of it; see `birth_precision`.
             * @default null
             */
            birth_date: string | null;
            /** @default unknown */
            birth_precision: components["schemas"]["BirthPrecision"];
            /**
             * National Id
             * @default
             */
            national_id: string;
            /**
             * Insurance No
             * @default
             */
            insurance_no: string;
            /**
             * Ethnicity Code
             * @default
             */
            ethnicity_code: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Commune Code
             * @default
             */
            commune_code: string;
            /**
             * Village
             * @default
             */
            village: string;
            /**
             * Occupation
             * @default
             */
            occupation: string;
            /**
             * Representative
             * @description Name and relation of the one who speaks for the patient.
             * @default
             */
            representative: string;
            /**
             * Language
             * @description Language spoken, if an interpreter is needed.
             * @default
             */
            language: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Code
             * @description Our own code, used while no name or number is known.
             */
            code: string;
            /**
             * Station Id
             * Format: uuid
             */
            station_id: string;
            /** Version */
            version: number;
            /** Warnings */
            warnings: components["schemas"]["PatientWarning"][];
            /** Age Months */
            age_months: number | null;
            /** Open Consult Id */
            open_consult_id: string | null;
        };
        /** PatientWarning */
        PatientWarning: {
            /** Field */
            field: string;
            /** Code */
            code: string;
        };
        /** PersonRef */
        PersonRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Name
             * @description With title, such as “BS. Trần Sơn Demo”.
             */
            name: string;
            profession: components["schemas"]["Profession"];
        };
        /** Phone */
        Phone: {
            /** Label */
            label: string;
            /** Number */
            number: string;
        };
        /**
         * PhoneCall
         * @description What was said by telephone when nobody answered the rings.
         */
        PhoneCall: {
            /** Number */
            number: string;
            /** Spoke With */
            spoke_with: string;
            /** Advice */
            advice: string;
        };
        /**
         * Problem
         * @description RFC 9457 problem details. `code` and `params` become a sentence on the screen; `title` helps developers.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /**
             * Params
             * @default {}
             */
            params: {
                [key: string]: string | number;
            };
            /**
             * Errors
             * @default []
             */
            errors: components["schemas"]["FieldError"][];
            /** Request Id */
            request_id: string;
        };
        /**
         * Profession
         * @enum {string}
         */
        Profession: "doctor" | "assistant" | "nurse" | "midwife" | "officer";
        /** Reason */
        Reason: {
            /** Reason */
            reason: string;
        };
        /** ReferralChange */
        ReferralChange: {
            /** Seen Version */
            seen_version: number;
            fields: components["schemas"]["ReferralFields"];
        };
        /**
         * ReferralFields
         * @description The paper's own lines (TT 01/2025 App. VI), filled from the consult; each may be corrected before signing.
         */
        ReferralFields: {
            /**
             * To Facility Id
             * Format: uuid
             */
            to_facility_id: string;
            /** @default referral */
            kind?: components["schemas"]["ReferralKind"];
            /**
             * Clinical Signs
             * @default
             */
            clinical_signs?: string;
            /**
             * Test Results
             * @default
             */
            test_results?: string;
            /**
             * Diagnosis
             * @default
             */
            diagnosis?: string;
            /**
             * Icd Code
             * @default
             */
            icd_code?: string;
            /**
             * Procedures
             * @default
             */
            procedures?: string;
            /**
             * Treatment
             * @default
             */
            treatment?: string;
            /**
             * Condition At Transfer
             * @default
             */
            condition_at_transfer?: string;
            /** @default beyond_ability */
            transfer_reason?: components["schemas"]["TransferReason"];
            /**
             * Care Plan
             * @default
             */
            care_plan?: string;
            /**
             * Transfer At
             * @default null
             */
            transfer_at?: string | null;
            /**
             * Valid One Year
             * @default false
             */
            valid_one_year?: boolean;
            /**
             * Transport
             * @default
             */
            transport?: string;
            /**
             * Escort
             * @default
             */
            escort?: string;
        };
        /**
         * ReferralKind
         * @enum {string}
         */
        ReferralKind: "referral" | "emergency_transfer";
        /** ReferralList */
        ReferralList: {
            /** Referrals */
            referrals: components["schemas"]["ReferralView"][];
        };
        /** ReferralSign */
        ReferralSign: {
            /**
             * Password
             * Format: password
             */
            password: string;
            /** Seen Version */
            seen_version: number;
        };
        /**
         * ReferralState
         * @enum {string}
         */
        ReferralState: "draft" | "signed" | "sent" | "cancelled";
        /** ReferralView */
        ReferralView: {
            /**
             * To Facility Id
             * Format: uuid
             */
            to_facility_id: string;
            /** @default referral */
            kind: components["schemas"]["ReferralKind"];
            /**
             * Clinical Signs
             * @default
             */
            clinical_signs: string;
            /**
             * Test Results
             * @default
             */
            test_results: string;
            /**
             * Diagnosis
             * @default
             */
            diagnosis: string;
            /**
             * Icd Code
             * @default
             */
            icd_code: string;
            /**
             * Procedures
             * @default
             */
            procedures: string;
            /**
             * Treatment
             * @default
             */
            treatment: string;
            /**
             * Condition At Transfer
             * @default
             */
            condition_at_transfer: string;
            /** @default beyond_ability */
            transfer_reason: components["schemas"]["TransferReason"];
            /**
             * Care Plan
             * @default
             */
            care_plan: string;
            /**
             * Transfer At
             * @default null
             */
            transfer_at: string | null;
            /**
             * Valid One Year
             * @default false
             */
            valid_one_year: boolean;
            /**
             * Transport
             * @default
             */
            transport: string;
            /**
             * Escort
             * @default
             */
            escort: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /** Consult Code */
            consult_code: string;
            /** Minutes Id */
            minutes_id: string | null;
            /** Minutes Number */
            minutes_number: string | null;
            /** Patient Id */
            patient_id: string | null;
            /** Number */
            number: string | null;
            state: components["schemas"]["ReferralState"];
            /** Version */
            version: number;
            from_facility: components["schemas"]["FacilityRef"];
            to_facility: components["schemas"]["FacilityRef"];
            /** @description The specialist whose shift answered the consult. */
            answered_by: components["schemas"]["PersonRef"] | null;
            /** Shift Id */
            shift_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            signed_by: components["schemas"]["PersonRef"] | null;
            /** Signed At */
            signed_at: string | null;
            /** Sent At */
            sent_at: string | null;
            /** Valid Until */
            valid_until: string | null;
            /**
             * Missing
             * @description Fields that must be filled before signing.
             */
            missing: string[];
        };
        /**
         * RequestFields
         * @description The request's own words. Nothing here is needed by `stat` but a reason or a case type.
         */
        "RequestFields-Input": {
            /** @default other */
            case_type?: components["schemas"]["CaseType"];
            /**
             * @default {
             *       "sex": "unknown",
             *       "age_months": null,
             *       "age_estimated": false
             *     }
             */
            subject?: components["schemas"]["Subject-Input"];
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Question
             * @default
             */
            question?: string;
            /**
             * History
             * @default
             */
            history?: string;
            /**
             * Past History
             * @default
             */
            past_history?: string;
            /**
             * Examination
             * @default
             */
            examination?: string;
            /**
             * Working Diagnosis
             * @default
             */
            working_diagnosis?: string;
            /**
             * Treatment Given
             * @default
             */
            treatment_given?: string;
            /**
             * Onset At
             * @default null
             */
            onset_at?: string | null;
            /**
             * Pregnant
             * @default null
             */
            pregnant?: boolean | null;
        };
        /**
         * RequestFields
         * @description The request's own words. Nothing here is needed by `stat` but a reason or a case type.
         */
        "RequestFields-Output": {
            /** @default other */
            case_type: components["schemas"]["CaseType"];
            /**
             * @default {
             *       "sex": "unknown",
             *       "age_months": null,
             *       "age_estimated": false
             *     }
             */
            subject: components["schemas"]["Subject-Output"];
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Question
             * @default
             */
            question: string;
            /**
             * History
             * @default
             */
            history: string;
            /**
             * Past History
             * @default
             */
            past_history: string;
            /**
             * Examination
             * @default
             */
            examination: string;
            /**
             * Working Diagnosis
             * @default
             */
            working_diagnosis: string;
            /**
             * Treatment Given
             * @default
             */
            treatment_given: string;
            /**
             * Onset At
             * @default null
             */
            onset_at: string | null;
            /**
             * Pregnant
             * @default null
             */
            pregnant: boolean | null;
        };
        /**
         * RingCard
         * @description One open ring of the one who asks.
         */
        RingCard: {
            /**
             * Ring Id
             * Format: uuid
             */
            ring_id: string;
            consult: components["schemas"]["ConsultSummary"];
            why: components["schemas"]["Why"];
            /** Step */
            step: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Deadline At
             * Format: date-time
             */
            deadline_at: string;
            /**
             * Silent
             * @description Routine cases wait in the lane without sound.
             */
            silent: boolean;
            /**
             * In Call
             * @description The person is in a call now; a second stat case rings all the same.
             */
            in_call: boolean;
            /**
             * After Me
             * @description Who is rung next if nobody takes it.
             */
            after_me: components["schemas"]["StepKind"][];
        };
        /** RingList */
        RingList: {
            /** Rings */
            rings: components["schemas"]["RingCard"][];
        };
        /**
         * RingState
         * @enum {string}
         */
        RingState: "ringing" | "accepted" | "declined" | "missed" | "superseded" | "cancelled" | "skipped";
        /** RobotSwitch */
        RobotSwitch: {
            /** On */
            on: boolean;
        };
        /**
         * Role
         * @description domain.md §3; dated grants give them at one facility.
         * @enum {string}
         */
        Role: "station_doctor" | "station_assistant" | "station_nurse" | "station_head" | "specialist" | "dept_head" | "coordinator" | "hospital_manager" | "hospital_admin" | "province_viewer";
        /** RungPerson */
        RungPerson: {
            /**
             * Ring Id
             * Format: uuid
             */
            ring_id: string;
            person: components["schemas"]["PersonRef"];
            state: components["schemas"]["RingState"];
            why: components["schemas"]["Why"];
            /** Ended At */
            ended_at: string | null;
            /** Note */
            note: string | null;
        };
        /** RungRef */
        RungRef: {
            person: components["schemas"]["PersonRef"];
            state: components["schemas"]["RingState"];
            why: components["schemas"]["Why"];
            tier: components["schemas"]["Tier"] | null;
        };
        /** ScheduleCommand */
        ScheduleCommand: {
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * SessionView
         * @description A signed-in person. The refresh token travels only in an HttpOnly cookie.
         */
        SessionView: {
            /** Access Token */
            access_token: string;
            /** Expires In Ms */
            expires_in_ms: number;
            /**
             * Server Time Ms
             * @description Unix milliseconds; the browser corrects its drift with it.
             */
            server_time_ms: number;
            user: components["schemas"]["PersonRef"];
            /** Grants */
            grants: components["schemas"]["GrantView"][];
        };
        /**
         * Sex
         * @enum {string}
         */
        Sex: "male" | "female" | "unknown";
        /**
         * SignCommand
         * @description The password is asked each time; the hash proves the signer saw this text and no other.
         */
        SignCommand: {
            /** Lines */
            lines: components["schemas"]["SignatureLine"][];
            /**
             * Password
             * Format: password
             */
            password: string;
            /** Document Hash */
            document_hash: string;
        };
        /**
         * SignatureLine
         * @enum {string}
         */
        SignatureLine: "secretary" | "chair" | "station";
        /** SignatureView */
        SignatureView: {
            line: components["schemas"]["SignatureLine"];
            by: components["schemas"]["PersonRef"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Document Hash */
            document_hash: string;
        };
        /**
         * Site
         * @description What the sign-in page may know before anyone signs in.
         */
        Site: {
            /** Demo */
            demo: boolean;
            /**
             * Robot
             * @description Whether the demo's robot specialist is switched on; null where there is none.
             */
            robot: boolean | null;
            /**
             * Accounts
             * @description Demo accounts; empty outside the demo.
             */
            accounts: components["schemas"]["DemoAccount"][];
            /** Emergency Phone */
            emergency_phone: string | null;
        };
        /**
         * SocketTicket
         * @description Goes into the socket's first frame: works once, within 60 s.
         */
        SocketTicket: {
            /** Ticket */
            ticket: string;
        };
        /**
         * Specialty
         * @enum {string}
         */
        Specialty: "emergency" | "internal" | "surgery" | "obstetrics" | "paediatrics" | "dermatology";
        /**
         * State
         * @enum {string}
         */
        "State-Input": "draft" | "waiting" | "returned" | "accepted" | "scheduled" | "concluded" | "transferred" | "closed" | "cancelled" | "expired";
        /**
         * StepKind
         * @description One rung of the ladder: whom it rings.
         * @enum {string}
         */
        StepKind: "first" | "second" | "specialty" | "head" | "leader";
        /**
         * Subject
         * @description Who it is about, without a name: this much may ring.
         */
        "Subject-Input": {
            /** @default unknown */
            sex?: components["schemas"]["Sex"];
            /**
             * Age Months
             * @default null
             */
            age_months?: number | null;
            /**
             * Age Estimated
             * @default false
             */
            age_estimated?: boolean;
        };
        /**
         * Subject
         * @description Who it is about, without a name: this much may ring.
         */
        "Subject-Output": {
            /** @default unknown */
            sex: components["schemas"]["Sex"];
            /**
             * Age Months
             * @default null
             */
            age_months: number | null;
            /**
             * Age Estimated
             * @default false
             */
            age_estimated: boolean;
        };
        /**
         * Tier
         * @description Who is called first for a specialty at a hospital.
         * @enum {string}
         */
        Tier: "first" | "second" | "head" | "leader";
        /** Timeline */
        Timeline: {
            row: components["schemas"]["LogRow"];
            /** Entries */
            entries: components["schemas"]["TimelineEntry"][];
            /** Link */
            link: components["schemas"]["LinkPoint"][];
            /** Participants */
            participants: components["schemas"]["WhyHere"][];
            /** Papers */
            papers: components["schemas"]["PaperRef"][];
        };
        /**
         * TimelineEntry
         * @description One fact. `kind` is the event's own name; the words are the browser's.
         */
        TimelineEntry: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Offset Ms */
            offset_ms: number;
            /**
             * Phase
             * @enum {string}
             */
            phase: "ring" | "room" | "after";
            /** Kind */
            kind: string;
            person: components["schemas"]["PersonRef"] | null;
            /** Params */
            params: {
                [key: string]: string;
            };
        };
        /**
         * TransferReason
         * @description TT 01/2025 App. VI, “Lí do chuyển”.
         * @enum {string}
         */
        TransferReason: "fits_rules" | "beyond_ability" | "patient_wish";
        /**
         * Urgency
         * @description How soon: life threat now, same day, planned (design §2, domain 4.1).
         * @enum {string}
         */
        Urgency: "stat" | "urgent" | "routine";
        /**
         * VitalAlert
         * @description A value outside its age's band; `low`/`high` are the band's edges.
         */
        VitalAlert: {
            /** Item */
            item: string;
            level: components["schemas"]["Level"];
            /** Value */
            value: string;
            /** Low */
            low: string | null;
            /** High */
            high: string | null;
        };
        /** VitalBand */
        VitalBand: {
            /** From Months */
            from_months: number;
            /** To Months */
            to_months: number | null;
            /** Low */
            low: string | null;
            /** High */
            high: string | null;
            /** Critical Low */
            critical_low: string | null;
            /** Critical High */
            critical_high: string | null;
        };
        /** VitalLimit */
        VitalLimit: {
            /** Item */
            item: string;
            /** Unit */
            unit: string;
            /** Hard Low */
            hard_low: string;
            /** Hard High */
            hard_high: string;
            /** Bands */
            bands: components["schemas"]["VitalBand"][];
        };
        /** VitalLimits */
        VitalLimits: {
            /** Limits */
            limits: components["schemas"]["VitalLimit"][];
        };
        /**
         * Vitals
         * @description One set of vital signs. Outside the hard range of `domain.md` 6.5 nothing is taken: it cannot be true.
         */
        Vitals: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Pulse
             * @default null
             */
            pulse?: number | null;
            /**
             * Temperature
             * @default null
             */
            temperature?: number | string | null;
            /**
             * Systolic
             * @default null
             */
            systolic?: number | null;
            /**
             * Diastolic
             * @default null
             */
            diastolic?: number | null;
            /**
             * Respiration
             * @default null
             */
            respiration?: number | null;
            /**
             * Spo2
             * @default null
             */
            spo2?: number | null;
            /**
             * On Oxygen
             * @default null
             */
            on_oxygen?: boolean | null;
            /**
             * Weight
             * @default null
             */
            weight?: number | string | null;
            /**
             * Height
             * @default null
             */
            height?: number | null;
            /**
             * Gcs
             * @default null
             */
            gcs?: number | null;
            /**
             * Glucose
             * @default null
             */
            glucose?: number | string | null;
        };
        /** VitalsView */
        VitalsView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Pulse
             * @default null
             */
            pulse: number | null;
            /**
             * Temperature
             * @default null
             */
            temperature: string | null;
            /**
             * Systolic
             * @default null
             */
            systolic: number | null;
            /**
             * Diastolic
             * @default null
             */
            diastolic: number | null;
            /**
             * Respiration
             * @default null
             */
            respiration: number | null;
            /**
             * Spo2
             * @default null
             */
            spo2: number | null;
            /**
             * On Oxygen
             * @default null
             */
            on_oxygen: boolean | null;
            /**
             * Weight
             * @default null
             */
            weight: string | null;
            /**
             * Height
             * @default null
             */
            height: number | null;
            /**
             * Gcs
             * @default null
             */
            gcs: number | null;
            /**
             * Glucose
             * @default null
             */
            glucose: string | null;
            taken_by: components["schemas"]["PersonRef"];
            /** Alerts */
            alerts: components["schemas"]["VitalAlert"][];
        };
        /**
         * Why
         * @description Why this person was rung; stored with the ring, never rewritten.
         * @enum {string}
         */
        Why: "shift" | "on_call" | "head" | "manual";
        /** WhyHere */
        WhyHere: {
            person: components["schemas"]["PersonRef"];
            facility: components["schemas"]["FacilityRef"];
            /**
             * Role
             * @enum {string}
             */
            role: "requester" | "chair" | "rung";
            why: components["schemas"]["Why"] | null;
            tier: components["schemas"]["Tier"] | null;
            /** Shift Starts At */
            shift_starts_at: string | null;
            /** Shift Ends At */
            shift_ends_at: string | null;
            /** Roster Version */
            roster_version: number | null;
        };
        /**
         * State
         * @enum {string}
         */
        telemed__media__model__State: "connecting" | "connected" | "lost";
        /**
         * State
         * @enum {string}
         */
        telemed__sessions__model__State: "draft" | "waiting" | "returned" | "accepted" | "scheduled" | "concluded" | "transferred" | "closed" | "cancelled" | "expired";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    socket_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocketTicket"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_site: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
        };
    };
    list_facilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duty_board: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyBoard"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_shifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyShifts"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyShift"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConsult"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsultChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_ring: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decline"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hand_on_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decline"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedule_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_phone_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                note_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCall"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    vital_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VitalLimits"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    line_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineTestView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_line_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineTestOffer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineTestAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_line_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_patient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_patient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPatient"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_patient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_patients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    name_patients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientIds"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MinutesChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_opinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpinion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conclude_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                signature_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document or a stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_debts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReferral"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_referrals: {
        parameters: {
            query?: {
                scope?: "open";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consult_referrals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralSign"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelReferral"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document or a stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_log: {
        parameters: {
            query?: {
                from_date?: string | null;
                to_date?: string | null;
                station_id?: string | null;
                hospital_id?: string | null;
                specialty?: components["schemas"]["Specialty"] | null;
                state?: components["schemas"]["State-Input"] | null;
                urgency?: components["schemas"]["Urgency"] | null;
                view?: "all" | "unanswered" | "late" | "unsigned" | "referred";
                after?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_log_csv: {
        parameters: {
            query?: {
                from_date?: string | null;
                to_date?: string | null;
                station_id?: string | null;
                hospital_id?: string | null;
                specialty?: components["schemas"]["Specialty"] | null;
                state?: components["schemas"]["State-Input"] | null;
                urgency?: components["schemas"]["Urgency"] | null;
                view?: "all" | "unanswered" | "late" | "unsigned" | "referred";
                after?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document or a stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switch_robot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotSwitch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotSwitch"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Timeout */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

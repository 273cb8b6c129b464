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
        /** By password, and by a second factor where there is one that this browser does not remember. */
        post: operations["sign_in"];
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next person at a browser that knows them. */
        post: operations["sign_in_with_pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may sign in here with a PIN. */
        get: operations["get_session_device"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** A session left alone, or too old, comes back locked. */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lock_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unlock_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Not from behind a locked screen: whoever passes by could end a call elsewhere. */
        delete: operations["sign_out_everywhere"];
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
    "/api/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_security"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every other sign-in ends. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["set_pin"];
        post?: never;
        delete: operations["remove_pin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing is asked of it before it is confirmed. */
        post: operations["begin_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on codes are asked for. */
        post: operations["confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refused while the password would be too short by itself. */
        post: operations["remove_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["passkey_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["add_passkey"];
        post?: never;
        delete: operations["remove_passkey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The older ones are void. */
        post: operations["make_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revoke_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end_sign_in"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["passkey_sign_in_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign_in_with_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["open_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the provider's own page. */
        get: operations["begin_oidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page that goes on to the app by itself: signed in, or with the code of what was refused in the fragment. */
        get: operations["finish_oidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By the beginnings of words of name, username or licence number, with or without marks. */
        post: operations["search_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_person"];
        /** Open an account; its password and its rights come after it. */
        put: operations["put_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link with which its owner sets a password. Shown this once; an older link no longer works. */
        post: operations["invite_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the account at once, on every screen. `coming_shifts` are now without their doctor. */
        post: operations["disable_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enable_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For a lost telephone. All sign-ins end. */
        post: operations["reset_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every sign-in of this person. */
        post: operations["sign_out_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a role at a facility, from a day on. */
        put: operations["put_grant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grants are never deleted; one that has not begun is withdrawn. */
        post: operations["end_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administered-facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["administered_facilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_facility"];
        put: operations["put_facility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_facility"];
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
    "/api/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which hospital supports, supported and will support each station. */
        get: operations["list_assignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** From a day on; the running one ends the day before. Open consults stay where they are. */
        put: operations["put_assignment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a planned one; the one that it would have ended goes on. */
        post: operations["withdraw_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second hospital only: a station always has one that is asked first. */
        post: operations["end_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holidays and swapped days, from the first of last year on. */
        get: operations["list_holidays"];
        put?: never;
        /** Name a day that is free, or a weekend day that is worked; from today on. */
        post: operations["set_holiday"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holidays/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it a day like any other; from today on. */
        post: operations["remove_holiday"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/roster.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roster as the matrix of doctors and days; what an import takes back unchanged. */
        get: operations["get_roster_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same matrix with nothing in its cells, to be filled in. */
        get: operations["get_roster_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/sheet.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published roster for the wall, A4 across. */
        get: operations["get_roster_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/draft/import/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an XLSX into the draft: all of it, or nothing and every fault by its cell. */
        post: operations["import_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_calendar_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A link for a calendar program. Its secret is told in this answer only. */
        put: operations["put_calendar_link"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-links/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revoke_calendar_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ical/{secret}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link shows, as iCalendar; unknown, revoked and out of rights are one and the same 404. */
        get: operations["read_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People × days as published; for who plans, with the draft's shifts to come and to go. */
        get: operations["get_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could stand in these hours: who fits first, then who has least to bear, each with what is against it. */
        get: operations["list_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_roster_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/draft/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A few cells. `roster.cell_taken` names who put the person there meanwhile, and when. */
        post: operations["change_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/draft/copy/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the plan of some days into others, as a draft. A dry run changes nothing. */
        post: operations["copy_week"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/draft/generate/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft what weekly patterns ask for; what is there already stays. */
        post: operations["generate_shifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/draft/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["discard_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/draft/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What publishing would do: who gains or loses, what stands in its way, what stays empty. */
        get: operations["preview_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/publish/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The draft as it was previewed becomes the next version. `errors` names each clash that is in its way. */
        post: operations["publish_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/overrides/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the published roster at once, also a part of a shift, with the reason. */
        post: operations["override_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_patterns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/patterns/{pattern_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_pattern"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{hospital_id}/patterns/{pattern_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It makes no more shifts; those it made stay. */
        post: operations["retire_pattern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/{absence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** From now on nobody is rung for the published shifts in it; they are named in `uncovered`. */
        put: operations["put_absence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/{absence_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/coming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own within 60 days, with the swaps they are part of. */
        get: operations["coming_shifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{id}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could take this shift over, and which of theirs could be had in return. */
        get: operations["shift_partners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/swaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own, and those one judges. */
        get: operations["list_swaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/swaps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Propose it to the other. */
        put: operations["put_swap"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/swaps/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer_swap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/swaps/{id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approving changes the roster at once, by a new version. */
        post: operations["judge_swap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/swaps/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Before it is judged: the proposer, or the other after they agreed. */
        post: operations["withdraw_swap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/swaps/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Before the first of both shifts begins: back to as it was, by a new version. */
        post: operations["undo_swap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stations with and without a rotating doctor, and the rotations of the last year and to come. */
        get: operations["rotation_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations/clashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands in the way of posting this person in these days, before saving it. */
        get: operations["rotation_clashes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refused where the person is posted elsewhere in these days, or is on the published roster. */
        put: operations["put_rotation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The decision is there: from now on it gives rights in its days. */
        post: operations["sign_rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["extend_rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Early: rights at the station end with the day before, those at the hospital go on. */
        post: operations["end_rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rotations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Before it begins: as if it had never been planned. */
        post: operations["cancel_rotation"];
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
    "/api/consults/{id}/end-practice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** “Kết thúc thực hành”, by either side. */
        post: operations["end_practice"];
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
    "/api/consults/{id}/consents/{consent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what the patient said about one purpose: given, refused or withdrawn. */
        put: operations["put_consent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is read aloud before anybody is asked. */
        get: operations["consent_texts"];
        put?: never;
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
    "/api/ladders/{hospital_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is rung in which order at this hospital, and every version that was. */
        get: operations["get_ladders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ladders/{hospital_id}/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save the next version. Cases that ring keep theirs. */
        put: operations["put_ladder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ladders/{hospital_id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would be rung if nobody ever answered. Nobody is, and nothing is kept. */
        post: operations["dry_run_ladder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ladders/{hospital_id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same in many situations of the coming days. */
        post: operations["try_ladder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consults/{id}/reliefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could take this case over: the relief of my shift, then who is on duty. */
        get: operations["list_reliefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask somebody in words to take the case over. It stays mine until they say yes. */
        put: operations["put_handover"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say in words what one takes over: from now on the case is mine. */
        post: operations["take_handover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not me, because. */
        post: operations["refuse_handover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who offered it keeps it. */
        post: operations["withdraw_handover"];
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
        /** Keep what was said by telephone, at the station. */
        put: operations["put_phone_call"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-advices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what was advised to a station without a link, under the code it read out. */
        put: operations["put_phone_advice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-advices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My own of the last two weeks, and those at my hospital that wait for their case. */
        get: operations["list_phone_advices"];
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
        /** Hard ranges and alert bands by age, so that the browser judges as the server does. No policy: no secret. */
        get: operations["vital_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/request-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each kind of case asks for, and whether a department approved it. No policy: no secret. */
        get: operations["request_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that can be approved. Policy: who may approve somewhere. */
        get: operations["list_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Approve, or take an approval back. Policy: a department head or manager of that hospital. */
        put: operations["put_approval"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/identity-checks/{check_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Two identifiers of the patient were compared. Policy: who sits in the call. */
        put: operations["put_identity_check"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/consults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Earlier consults of one patient. Policy: of each, who treats it; each reading is audited. */
        get: operations["consults_of_patient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/icd10": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find a code by its beginning or by words. No policy: a list of codes is no secret. */
        get: operations["search_icd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ice-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which a test of the line tries the relay; a call gets its own with `call_ready`. */
        get: operations["list_ice_servers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/line-probes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what a test found. A page left open at night does it behind a locked screen. */
        put: operations["put_line_probe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/line-probes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last twenty of a place one works at, the newest first. */
        get: operations["list_line_probes"];
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
    "/api/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every place whose link one looks after, in short. */
        get: operations["list_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a place's link usually carries by hour and weekday, and what a month of calls costs. */
        get: operations["get_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{id}/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a place's card, its megabytes a month and what gives way then. */
        post: operations["change_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a browser needs so that it can be woken, and what reaches the one who asks. */
        get: operations["push_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** This browser may be woken. One browser wakes one person: whoever used it before loses it. */
        put: operations["put_push_subscription"];
        post?: never;
        /** No longer; forgetting one that is not there is no fault. Browsers do it when their person signs out. */
        delete: operations["delete_push_subscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The service worker has a push (`delivered`), or somebody touched what it showed (`seen`). */
        post: operations["push_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of a message, told by the gateway and signed as ours to it are: `docs/operations.md`. */
        post: operations["gateway_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page shows the ring with this id, or has played the test of the shift with this id. */
        post: operations["delivery_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the test of one's own shift went; whoever plans that roster may look too. */
        get: operations["shift_checks"];
        put?: never;
        /** “Thử lại chuông”: the test once more, of one's own shift that is confirmed. */
        post: operations["check_shift_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own, thirty at a time. */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notices_seen"];
        delete?: never;
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
    "/api/patients/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What particulars were before each correction. The reading is audited. */
        get: operations["get_patient_history"];
        put?: never;
        post?: never;
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
    "/api/calls/{id}/stills/{still_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the station for a sharp picture; it comes under this id. */
        post: operations["ask_still"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Announce a picture of a case. Its bytes follow to `/api/uploads/{id}`. */
        put: operations["put_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a wish, or a picture that has not arrived. */
        post: operations["discard_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** How far it came (tus: `Upload-Offset`, `Upload-Length`). */
        head: operations["upload_offset"];
        /** Send on from `Upload-Offset` (tus). Pieces may be of any size; what arrives of one counts. */
        patch: operations["upload_piece"];
        trace?: never;
    };
    "/api/consults/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pictures of a case, those on their way and those asked for too, and what is drawn on them. */
        get: operations["list_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture itself; a part of it with `Range`. The reading is audited. */
        get: operations["get_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}/drawings/{drawing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Draw on a picture, or take a stroke back. */
        put: operations["put_drawing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/second-cameras/{camera_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a phone in to this call by a code; sent again, another code and the one before is void. */
        put: operations["put_second_camera"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/second-cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The phones of this call that are in or awaited, with what each offers. */
        get: operations["list_second_cameras"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-cameras/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the picture that this phone offers. */
        post: operations["answer_second_camera"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-cameras/{id}/stills/{still_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let this phone take a sharp picture now, under this id. */
        post: operations["take_by_second_camera"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-cameras/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send this phone away. */
        post: operations["end_second_camera"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in by the code on the station's screen, with a token of one's own making. */
        post: operations["enter_as_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the station answered and wants; waits up to 20 s for something newer than `turn`. */
        get: operations["phone_news"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Offer this phone's picture to the station's page. */
        put: operations["offer_as_phone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be a camera no more. */
        post: operations["leave_as_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Announce a picture this phone took. */
        put: operations["put_phone_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** As `/api/uploads/{id}`, for this phone's own pictures. */
        head: operations["phone_upload_offset"];
        /** As `/api/uploads/{id}`, for this phone's own pictures. */
        patch: operations["phone_upload_piece"];
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
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the audit trail, newest first. Reading it is written down too. */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filter's rows as JSON lines with their seals; `telemed verify-audit --export` checks the file. */
        get: operations["get_audit_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the trail can be narrowed to. */
        get: operations["get_audit_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the chain stands, what the last check found, how far a running one is. */
        get: operations["get_audit_chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/chain/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to check the whole chain; look at the chain to see how far it is. */
        post: operations["check_audit_chain"];
        /** Give up the check that is running. */
        delete: operations["stop_checking_audit_chain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The heads to be printed and kept elsewhere: of now, and of each day. */
        get: operations["get_audit_heads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether somebody answers tonight, and each day and night to come, by hospital and specialty. */
        get: operations["get_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty-replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who should have answered at that minute, as it was known then. */
        get: operations["replay_duty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/nudge/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The heads of the specialty, else the hospital's managers, are told of a gap now. */
        post: operations["nudge_head"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accesses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Open one case for a reason, for some hours. It is reviewed the next working day. */
        put: operations["put_access"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own that are open now, and the questions one owes an answer to. */
        get: operations["list_accesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accesses/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an opened case before its time. */
        post: operations["end_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opened cases to review, with what the program knows of each. No content is shown. */
        get: operations["list_access_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find an opening justified, or ask the reader to explain it. */
        post: operations["review_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-reviews/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the privacy officer's question about one's own opening. */
        post: operations["explain_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take down what a patient asks about their data; it is due in two working days. */
        put: operations["put_data_request"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of one's own facilities: open ones by their due day, others the newest first. */
        get: operations["list_data_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The privacy officer lets an erasure go on. */
        post: operations["approve_data_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse with a reason that the patient is told. */
        post: operations["refuse_data_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An export was handed over, a correction was made. */
        post: operations["finish_data_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept of one patient, for the patient: a zip of data, explanation and signed papers. */
        get: operations["export_patient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase who a patient was, where the law no longer wants it kept; there is no way back. */
        post: operations["erase_patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts over many cases: of the province, one's hospital or one's commune. */
        get: operations["get_totals"];
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
        /**
         * AbsenceAnswer
         * @description Leave, with what it leaves open: published shifts in it stand, and nobody is rung for them.
         */
        AbsenceAnswer: {
            absence: components["schemas"]["AbsenceView"];
            /** Withdrawn */
            withdrawn: boolean;
            /** Uncovered */
            uncovered: components["schemas"]["RosterShift"][];
        };
        /**
         * AbsenceKind
         * @description Never the illness.
         * @enum {string}
         */
        AbsenceKind: "leave" | "training" | "sick" | "other";
        /** AbsenceView */
        AbsenceView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
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
            /** @description Only for who plans and for oneself. */
            kind: components["schemas"]["AbsenceKind"] | null;
        };
        /** AcceptCommand */
        AcceptCommand: {
            /**
             * @description `written` takes the case and answers in writing; not for stat.
             * @default null
             */
            answer?: components["schemas"]["Answer"] | null;
        };
        /**
         * AccessList
         * @description One's own: what is open now, and what one is asked about.
         */
        AccessList: {
            /** Running */
            running: components["schemas"]["AccessView"][];
            /** Asked */
            asked: components["schemas"]["AskedAccess"][];
        };
        /** AccessView */
        AccessView: {
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
            /** Code */
            code: string;
            ground: components["schemas"]["Ground"];
            /** Reason */
            reason: string;
            /**
             * Needed
             * @description False: this person may open the case anyway; nothing was opened or kept.
             */
            needed: boolean;
            /** Opened At */
            opened_at: string | null;
            /** Until At */
            until_at: string | null;
            /** Review On */
            review_on: string | null;
        };
        /**
         * Allergy
         * @description Whether the patient was asked what they cannot bear; of `SOME` the words say what.
         * @enum {string}
         */
        Allergy: "unasked" | "none" | "some";
        /**
         * AllergyLine
         * @description `said_at`: of which consult's time it is, where an earlier one said it.
         */
        AllergyLine: {
            state: components["schemas"]["Allergy"];
            /** Text */
            text: string;
            /** Said At */
            said_at: string | null;
        };
        /**
         * Answer
         * @enum {string}
         */
        Answer: "call" | "written";
        /**
         * ApprovalLine
         * @description Who took responsibility for these very words, for which hospital.
         */
        ApprovalLine: {
            hospital: components["schemas"]["FacilityRef"];
            person: components["schemas"]["PersonRef"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
        };
        /**
         * AskStill
         * @description “Xin ảnh nét”: what should be seen in it.
         */
        AskStill: {
            /** Caption */
            caption: string;
        };
        /**
         * AskedAccess
         * @description The privacy officer asks why this case was opened.
         */
        AskedAccess: {
            /**
             * Access Id
             * Format: uuid
             */
            access_id: string;
            /** Code */
            code: string;
            ground: components["schemas"]["Ground"];
            /** Reason */
            reason: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Question */
            question: string;
            /** Explain By */
            explain_by: string | null;
        };
        /**
         * AssertedCredential
         * @description What `PublicKeyCredential.toJSON()` says after `navigator.credentials.get`.
         */
        AssertedCredential: {
            /** Id */
            id: string;
            /** Rawid */
            rawId: string;
            /**
             * Type
             * @constant
             */
            type: "public-key";
            response: components["schemas"]["AssertedResponse"];
        };
        /** AssertedResponse */
        AssertedResponse: {
            /** Clientdatajson */
            clientDataJSON: string;
            /** Authenticatordata */
            authenticatorData: string;
            /** Signature */
            signature: string;
            /**
             * Userhandle
             * @default null
             */
            userHandle?: string | null;
        };
        /** AssignmentEnding */
        AssignmentEnding: {
            /**
             * On
             * Format: date
             * @description The first day without it.
             */
            on: string;
        };
        /** AssignmentList */
        AssignmentList: {
            /**
             * Today
             * Format: date
             */
            today: string;
            /**
             * Stations
             * @description All stations; some with no hospital ever.
             */
            stations: components["schemas"]["StationAssignments"][];
            /** Hospitals */
            hospitals: components["schemas"]["FacilityRef"][];
            /** May Assign */
            may_assign: boolean;
        };
        /**
         * AssignmentView
         * @description A hospital supports a station from one day up to, and without, another.
         */
        AssignmentView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            hospital: components["schemas"]["FacilityRef"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The first day without it.
             */
            valid_to: string | null;
            /**
             * Withdrawn
             * @description Taken back before it began.
             */
            withdrawn: boolean;
            /**
             * Source
             * @description The decision that says so.
             */
            source: string;
            /**
             * Rank
             * @description 1: asked first; 2: a later step of the ladder.
             */
            rank: number;
        };
        /** AuditGrant */
        AuditGrant: {
            role: components["schemas"]["Role"];
            facility: components["schemas"]["FacilityRef"];
        };
        /** AuditPage */
        AuditPage: {
            /** Rows */
            rows: components["schemas"]["AuditRow"][];
            /**
             * Count
             * @description Over the whole filter; counting ends after 10000.
             */
            count: number;
            /** Newer */
            newer: string | null;
            /** Older */
            older: string | null;
        };
        /** AuditPeople */
        AuditPeople: {
            /** People */
            people: components["schemas"]["PersonRef"][];
        };
        /**
         * AuditRow
         * @description One deed, in codes. A refused request has its method as `action` and its route as `entity`.
         */
        AuditRow: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * N
             * @description Its number in the chain; null until it is sealed.
             */
            n: number | null;
            /** @description Null: the program itself, or nobody who was signed in. */
            person: components["schemas"]["PersonRef"] | null;
            /** @description What that person held on the day. */
            grant: components["schemas"]["AuditGrant"] | null;
            /** System */
            system: string | null;
            /** Action */
            action: string;
            /** Entity */
            entity: string;
            /** Entity Id */
            entity_id: string | null;
            case: components["schemas"]["CaseRef"] | null;
            /** Outcome */
            outcome: string;
            /**
             * Reason
             * @description A code, or the person's own words.
             */
            reason: string | null;
            /** Because */
            because: string | null;
        };
        /** Bilingual */
        Bilingual: {
            /** Vi */
            vi: string;
            /** En */
            en: string;
        };
        /**
         * BirthPrecision
         * @enum {string}
         */
        BirthPrecision: "unknown" | "year" | "month" | "day" | "estimated";
        /**
         * BlockingView
         * @description Why it cannot be published yet.
         */
        BlockingView: {
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** @description null: for all specialties (trực lãnh đạo). */
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
            reason: components["schemas"]["Clash"];
        };
        /**
         * BrokenView
         * @description The first place where the trail is not whole.
         */
        BrokenView: {
            kind: components["schemas"]["FaultKind"];
            /** N */
            n: number | null;
            /** Audit Id */
            audit_id: string | null;
            /** At */
            at: string | null;
            /**
             * Kept
             * @description The hash that was kept, hexadecimal.
             */
            kept: string | null;
            /** Calculated */
            calculated: string | null;
            /**
             * Day
             * @description The day whose head says otherwise.
             */
            day: string | null;
            /**
             * Whole Rows
             * @description Rows before it that are right.
             */
            whole_rows: number;
            /** Trusted Day */
            trusted_day: string | null;
            /** Trusted N */
            trusted_n: number | null;
        };
        /** CalendarLinkList */
        CalendarLinkList: {
            /**
             * Links
             * @description One's own that were not revoked, the newest first.
             */
            links: components["schemas"]["CalendarLinkView"][];
            /**
             * Hospitals
             * @description Of which one may make a link.
             */
            hospitals: components["schemas"]["FacilityRef"][];
        };
        /** CalendarLinkMade */
        CalendarLinkMade: {
            link: components["schemas"]["CalendarLinkView"];
            /**
             * Path
             * @description `/ical/….ics` at this origin, told this once. Null: it was told before, and a calendar reads it.
             */
            path: string | null;
        };
        /** CalendarLinkView */
        CalendarLinkView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** @description Null: one's own shifts. */
            hospital: components["schemas"]["FacilityRef"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Used At
             * @description When a calendar last read it.
             */
            used_at: string | null;
        };
        /**
         * CallState
         * @enum {string}
         */
        CallState: "waiting" | "live" | "interrupted" | "ended";
        /**
         * CallVerdict
         * @description What one call is put down to; number 0: that it never came to one. Derived, never typed.
         */
        CallVerdict: {
            /** Number */
            number: number;
            cause: components["schemas"]["Cause"];
            /** Side */
            side: ("station" | "hospital") | null;
            /**
             * Facts
             * @description What it was drawn from: seconds of each trouble, kB, drops.
             */
            facts: {
                [key: string]: number;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
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
            /**
             * Identity
             * @description The last word of each side: is it the right patient?
             */
            identity: components["schemas"]["IdentityLine"][];
        };
        /**
         * CameraCode
         * @description Shown once: the server keeps hashes.
         */
        CameraCode: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Secret
             * @description Goes into the code to scan, behind a `#`: it never reaches a server's log.
             */
            secret: string;
            /**
             * Qr Svg
             * @description The phone's page with that secret, as an SVG to scan.
             */
            qr_svg: string;
            /**
             * Digits
             * @description Six digits for who cannot scan.
             */
            digits: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * CameraEntry
         * @description One of `secret` and `digits`. `token` is of the phone's own making, so that the same entry may be sent again.
         */
        CameraEntry: {
            /**
             * Secret
             * @default null
             */
            secret?: string | null;
            /**
             * Digits
             * @default null
             */
            digits?: string | null;
            /** Token */
            token: string;
        };
        /** CameraList */
        CameraList: {
            /** Cameras */
            cameras: components["schemas"]["CameraView"][];
        };
        /**
         * CameraState
         * @enum {string}
         */
        CameraState: "waiting" | "in" | "over";
        /** CameraView */
        CameraView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            state: components["schemas"]["CameraState"];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Joined At */
            joined_at: string | null;
            /** @description What the phone offers now; kept in memory alone. */
            offer: components["schemas"]["Session"] | null;
        };
        /** CancelReferral */
        CancelReferral: {
            /** Reason */
            reason: string;
        };
        /** Candidate */
        Candidate: {
            person: components["schemas"]["PersonRef"];
            /** Specialties */
            specialties: components["schemas"]["Specialty"][];
            /** @description Of the two weeks around it. */
            load: components["schemas"]["LoadView"];
            /**
             * Against
             * @description `leave`, `rotation`, `on_duty`: it cannot be. `in_a_row`: would be 24 hours or more without a break. `rest`: 24 hours of duty ended less than 12 hours before.
             */
            against: components["schemas"]["CandidateAgainst"][];
            /** @description With `on_duty`: as what. */
            tier: components["schemas"]["Tier"] | null;
            /** Fit */
            fit: boolean;
        };
        /**
         * CandidateAgainst
         * @enum {string}
         */
        CandidateAgainst: "leave" | "rotation" | "on_duty" | "in_a_row" | "rest" | "other_specialty";
        /** CandidateList */
        CandidateList: {
            /** Candidates */
            candidates: components["schemas"]["Candidate"][];
        };
        /** CaseRef */
        CaseRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
        };
        /**
         * CaseType
         * @description What the station meets most (`domain.md` 4.7).
         * @enum {string}
         */
        CaseType: "child_fever" | "chronic" | "obstetric" | "stroke" | "chest_pain" | "trauma" | "poisoning" | "skin" | "dyspnoea" | "seizure" | "shock" | "newborn" | "tb" | "fever_cluster" | "other";
        /**
         * Cause
         * @enum {string}
         */
        Cause: "station_uplink" | "hospital_link" | "turn" | "server" | "device" | "permission" | "nobody_on_duty" | "not_answered" | "ended_normally";
        /**
         * ChainView
         * @description The whole installation's chain; figures and hashes only.
         */
        ChainView: {
            /** Sealed */
            sealed: number;
            /** First At */
            first_at: string | null;
            head: components["schemas"]["HeadView"] | null;
            /** Checked At */
            checked_at: string | null;
            /** Took Ms */
            took_ms: number | null;
            /** Checked Rows */
            checked_rows: number | null;
            /**
             * Waiting
             * @description Rows not sealed yet when it was checked.
             */
            waiting: number | null;
            /**
             * Ok
             * @description Null: not checked since the server began.
             */
            ok: boolean | null;
            /**
             * Failed
             * @description The last check could not be carried out.
             */
            failed: boolean;
            broken: components["schemas"]["BrokenView"] | null;
            checking: components["schemas"]["CheckProgress"] | null;
        };
        /**
         * Channel
         * @enum {string}
         */
        Channel: "page" | "push" | "gateway";
        /**
         * ChannelCheck
         * @description How the silent test that follows “Vào ca trực” went on one channel.
         */
        ChannelCheck: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "page" | "push" | "gateway";
            /**
             * State
             * @description `missed`: nothing was heard of it within 20 s.
             * @enum {string}
             */
            state: "queued" | "delivered" | "seen" | "missed" | "failed";
            /**
             * Took Ms
             * @description Until it had arrived.
             */
            took_ms: number | null;
            /**
             * Error
             * @description no_answer, gone, refused, unreachable, no_browser or no_phone.
             */
            error: string | null;
        };
        /** CheckProgress */
        CheckProgress: {
            /** Done */
            done: number;
            /** Total */
            total: number;
        };
        /**
         * Choice
         * @enum {string}
         */
        Choice: "follow" | "modify" | "decline";
        /**
         * Clash
         * @description Why a shift cannot be as it is written.
         * @enum {string}
         */
        Clash: "leave" | "rotation" | "overlap" | "begun";
        /** ClashingShift */
        ClashingShift: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
            /**
             * Running
             * @description It has begun, so it cannot be taken away.
             */
            running: boolean;
        };
        /** ComingShift */
        ComingShift: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
            /** @description Who had it before a swap. */
            taken_from: components["schemas"]["PersonRef"] | null;
            /** @description The open swap it is part of, or the applied one that can be undone. */
            swap: components["schemas"]["SwapView"] | null;
            /** May Swap */
            may_swap: boolean;
        };
        /**
         * ComingShifts
         * @description The asker's own within 60 days, the running one among them.
         */
        ComingShifts: {
            /** Shifts */
            shifts: components["schemas"]["ComingShift"][];
        };
        /**
         * Consent
         * @description Agreement to share the case, in short: a `ConsentWord` of `share`, given, says the same and more.
         */
        Consent: {
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
         * ConsentDecision
         * @enum {string}
         */
        ConsentDecision: "given" | "refused" | "withdrawn";
        /**
         * ConsentGround
         * @enum {string}
         */
        ConsentGround: "spoken" | "signed" | "relative" | "emergency";
        /**
         * ConsentLine
         * @description The last word about one purpose, without a name.
         */
        ConsentLine: {
            purpose: components["schemas"]["Purpose"];
            decision: components["schemas"]["ConsentDecision"];
            ground: components["schemas"]["ConsentGround"];
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * ConsentText
         * @description `{hospital}` in the words stands for the one that is asked.
         */
        ConsentText: {
            purpose: components["schemas"]["Purpose"];
            /** Vi */
            vi: string;
            /** En */
            en: string;
            /** Sha256 */
            sha256: string;
        };
        /** ConsentTexts */
        ConsentTexts: {
            /** Version */
            version: string;
            /** Texts */
            texts: components["schemas"]["ConsentText"][];
        };
        /** ConsentView */
        ConsentView: {
            purpose: components["schemas"]["Purpose"];
            decision: components["schemas"]["ConsentDecision"];
            /** @description `emergency`: not asked, to protect life; of `share` alone. */
            ground: components["schemas"]["ConsentGround"];
            /**
             * Given By
             * @description Who said it. Needed of a representative.
             * @default
             */
            given_by: string;
            /**
             * @description As whom they speak; needed for a minor and for an unconscious patient.
             * @default null
             */
            representative: components["schemas"]["Representative"] | null;
            /**
             * Relation
             * @default
             */
            relation: string;
            /**
             * Child Agreed
             * @description The child's own answer, from 7 years.
             * @default null
             */
            child_agreed: boolean | null;
            /**
             * Reason
             * @description Why without asking: needed when the ground is `emergency`.
             * @default
             */
            reason: string;
            /**
             * Interpreter
             * @description Who put it into the patient's language.
             * @default
             */
            interpreter: string;
            /**
             * Text Version
             * @description Which text was read aloud (`GET /api/consent-texts`).
             */
            text_version: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** @description With the ground `emergency`: the clinician who confirms it. */
            recorded_by: components["schemas"]["PersonRef"];
            /**
             * Text Sha256
             * @description Of the text that was read; null where it was not kept yet.
             */
            text_sha256: string | null;
        };
        /**
         * ConsentWord
         * @description What the patient, or who speaks for them, said about one purpose (`domain.md` 4.4). Never pre-ticked.
         */
        ConsentWord: {
            purpose: components["schemas"]["Purpose"];
            decision: components["schemas"]["ConsentDecision"];
            /** @description `emergency`: not asked, to protect life; of `share` alone. */
            ground: components["schemas"]["ConsentGround"];
            /**
             * Given By
             * @description Who said it. Needed of a representative.
             * @default
             */
            given_by?: string;
            /**
             * @description As whom they speak; needed for a minor and for an unconscious patient.
             * @default null
             */
            representative?: components["schemas"]["Representative"] | null;
            /**
             * Relation
             * @default
             */
            relation?: string;
            /**
             * Child Agreed
             * @description The child's own answer, from 7 years.
             * @default null
             */
            child_agreed?: boolean | null;
            /**
             * Reason
             * @description Why without asking: needed when the ground is `emergency`.
             * @default
             */
            reason?: string;
            /**
             * Interpreter
             * @description Who put it into the patient's language.
             * @default
             */
            interpreter?: string;
            /**
             * Text Version
             * @description Which text was read aloud (`GET /api/consent-texts`).
             */
            text_version: string;
        };
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
            allergy?: components["schemas"]["Allergy"] | null;
            /**
             * Icd Code
             * @default null
             */
            icd_code?: string | null;
            /** @default null */
            template?: components["schemas"]["TemplateRef"] | null;
            /**
             * Answers
             * @default {}
             */
            answers?: {
                [key: string]: string;
            };
            /**
             * Without
             * @default null
             */
            without?: string | null;
            /** @default null */
            vitals?: components["schemas"]["Vitals"] | null;
            /** @default null */
            consent?: components["schemas"]["Consent"] | null;
            /**
             * Labels
             * @description All that hold from now; only some may take one away.
             * @default null
             */
            labels?: components["schemas"]["Label"][] | null;
        };
        /** ConsultDetail */
        ConsultDetail: {
            summary: components["schemas"]["ConsultSummary"];
            request: components["schemas"]["RequestFields-Output"];
            /** Vitals */
            vitals: components["schemas"]["VitalsView"][];
            /**
             * Consents
             * @description All that was ever said, oldest first.
             */
            consents: components["schemas"]["ConsentView"][];
            /**
             * Phone Notes
             * @description What the station kept of telephone calls, oldest first.
             */
            phone_notes: components["schemas"]["PhoneNoteView"][];
            /**
             * Phone Advices
             * @description What the hospital advised by telephone, for who treats.
             */
            phone_advices: components["schemas"]["PhoneAdviceView"][];
            /** Cancel Reason */
            cancel_reason: string | null;
            /**
             * Lacking
             * @description What its kind of case needs and is not there: `vital.<field>`, …
             */
            lacking: string[];
            /**
             * Without
             * @description Why it was sent without it.
             */
            without: string;
            /**
             * Lacked
             * @description What was lacking when it was sent.
             */
            lacked: string[];
            /** Icd List */
            icd_list: string | null;
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
            sharing: components["schemas"]["Sharing"];
            /**
             * Consents
             * @description The last word about each purpose; empty for who does not treat.
             */
            consents: components["schemas"]["ConsentLine"][];
            /**
             * Labels
             * @description What hides the diagnosis from who does not treat.
             */
            labels: components["schemas"]["Label"][];
            /**
             * Masked
             * @description True: it has a restricted label and the asker does not treat; no words are told.
             */
            masked: boolean;
            /**
             * Practice
             * @description Rung for training; to be marked wherever it is shown.
             */
            practice: boolean;
            /** @description The taker's own hospital, where it is another than `hospital`. */
            answering: components["schemas"]["FacilityRef"] | null;
            /** @description The last time somebody asked another to take the case over. */
            handover: components["schemas"]["HandoverLine"] | null;
            /** @description What the patient cannot bear, here or of an earlier consult. */
            allergy: components["schemas"]["AllergyLine"];
            /**
             * Vitals At
             * @description When the newest vital signs were taken.
             */
            vitals_at: string | null;
            /**
             * Vitals Asked
             * @description They are older than 15 minutes while it waits: to be taken again.
             */
            vitals_asked: boolean;
            /**
             * Red Flags
             * @description What speaks for `stat`: `question.<id>`, `vital.<item>`.
             */
            red_flags: string[];
        };
        /** CopyWeek */
        CopyWeek: {
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /**
             * To Day
             * Format: date
             */
            to_day: string;
            /**
             * Days
             * @default 7
             */
            days?: number;
            /** Specialties */
            specialties: (components["schemas"]["Specialty"] | null)[];
            /**
             * Skip Absent
             * @default true
             */
            skip_absent?: boolean;
            /**
             * Overwrite
             * @default false
             */
            overwrite?: boolean;
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
        };
        /**
         * Counts
         * @description Null: fewer than five, or it would tell how many fewer; `suppressed` says so.
         */
        Counts: {
            /** Consults */
            consults: number | null;
            /**
             * Stat
             * @description Emergencies.
             */
            stat: number | null;
            /** Answered */
            answered: number | null;
            /** Answered In Time */
            answered_in_time: number | null;
            /** Concluded */
            concluded: number | null;
            /** Referred */
            referred: number | null;
            /** Suppressed */
            suppressed: boolean;
        };
        /**
         * CoverState
         * @enum {string}
         */
        CoverState: "confirmed" | "named" | "backup" | "unpublished" | "empty";
        /** Coverage */
        Coverage: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Today
             * Format: date
             */
            today: string;
            tonight: components["schemas"]["Tonight"];
            /** Days */
            days: string[];
            /** Hospitals */
            hospitals: components["schemas"]["HospitalWall"][];
        };
        /**
         * CreatedCredential
         * @description What `PublicKeyCredential.toJSON()` says after `navigator.credentials.create`.
         */
        CreatedCredential: {
            /** Id */
            id: string;
            /** Rawid */
            rawId: string;
            /**
             * Type
             * @constant
             */
            type: "public-key";
            response: components["schemas"]["CreatedResponse"];
        };
        /** CreatedResponse */
        CreatedResponse: {
            /** Clientdatajson */
            clientDataJSON: string;
            /** Attestationobject */
            attestationObject: string;
        };
        /** Credentials */
        Credentials: {
            /** Username */
            username: string;
            /** Password */
            password: string;
            /**
             * Code
             * @description Of an authenticator, or a recovery code.
             * @default null
             */
            code?: string | null;
            /**
             * Shared
             * @description Whether several people use this browser.
             * @default false
             */
            shared?: boolean;
        };
        /** DangerSign */
        DangerSign: {
            /** Item */
            item: string;
            /** From Months */
            from_months: number;
            /** To Months */
            to_months: number | null;
            /** Below */
            below: string | null;
            /** Above */
            above: string | null;
        };
        /** DataRequestList */
        DataRequestList: {
            /** Requests */
            requests: components["schemas"]["DataRequestView"][];
        };
        /** DataRequestView */
        DataRequestView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Patient Id
             * Format: uuid
             */
            patient_id: string;
            /** Patient Code */
            patient_code: string;
            station: components["schemas"]["FacilityRef"];
            kind: components["schemas"]["RequestKind"];
            /** Asked By */
            asked_by: string;
            /** Words */
            words: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            received_by: components["schemas"]["PersonRef"];
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Overdue */
            overdue: boolean;
            state: components["schemas"]["RequestState"];
            /** Answer */
            answer: string;
            approved_by: components["schemas"]["PersonRef"] | null;
            /** Approved At */
            approved_at: string | null;
            answered_by: components["schemas"]["PersonRef"] | null;
            /** Answered At */
            answered_at: string | null;
            /**
             * Kept Until
             * @description Of an erasure: the last day the law has the patient's records kept; null if it may be done.
             */
            kept_until: string | null;
            /** May Answer */
            may_answer: boolean;
            /** May Approve */
            may_approve: boolean;
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
         * DayKind
         * @enum {string}
         */
        DayKind: "holiday" | "working";
        /**
         * Days
         * @enum {string}
         */
        Days: "all" | "working" | "holiday";
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
            /**
             * Masked
             * @description True: a restricted label hides the words from who does not treat.
             * @default false
             */
            masked: boolean;
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
        /**
         * DeliveryState
         * @enum {string}
         */
        DeliveryState: "queued" | "delivered" | "seen" | "missed" | "failed";
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
         * Device
         * @description How camera or microphone did; a night probe opens neither.
         * @enum {string}
         */
        Device: "ok" | "nothing" | "off" | "blocked" | "missing" | "busy" | "insecure" | "failed" | "untried";
        /** DevicePerson */
        DevicePerson: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            profession: components["schemas"]["Profession"];
            /**
             * Used At
             * Format: date-time
             */
            used_at: string;
            /**
             * Pin
             * @description Whether the PIN still opens a session here; if not, the password does.
             */
            pin: boolean;
            /**
             * Pin Left
             * @description Tries before this browser asks for the password.
             */
            pin_left: number;
        };
        /**
         * DeviceView
         * @description What this browser may offer before anyone signs in: whom it knows by a PIN, and nobody else.
         */
        DeviceView: {
            /** Known */
            known: boolean;
            /** Shared */
            shared: boolean;
            /**
             * People
             * @description The last one first.
             */
            people: components["schemas"]["DevicePerson"][];
        };
        /** DisableCommand */
        DisableCommand: {
            /** Reason */
            reason: string;
        };
        /** Discard */
        Discard: {
            /** Specialties */
            specialties: (components["schemas"]["Specialty"] | null)[];
        };
        /**
         * Doctor
         * @description Who may be posted.
         */
        Doctor: {
            person: components["schemas"]["PersonRef"];
            /** Specialties */
            specialties: components["schemas"]["Specialty"][];
        };
        /** DoneDataRequest */
        DoneDataRequest: {
            /**
             * Answer
             * @default
             */
            answer?: string;
        };
        /**
         * DraftChange
         * @description A few cells of the matrix.
         */
        DraftChange: {
            /**
             * Add
             * @default []
             */
            add?: components["schemas"]["NewShift"][];
            /**
             * Remove
             * @description Drafted or published shifts.
             * @default []
             */
            remove?: string[];
            /**
             * Keep
             * @description Published ones that are to stay after all.
             * @default []
             */
            keep?: string[];
        };
        /**
         * DraftPlan
         * @description A plan that is not saved yet.
         */
        DraftPlan: {
            /** Steps */
            steps: components["schemas"]["PlanStep"][];
            options: components["schemas"]["PlanOptions"];
        };
        /** DraftSummary */
        DraftSummary: {
            /** Changes */
            changes: number;
            /**
             * Digest
             * @description Of all its parts that the asker may plan.
             */
            digest: string;
        };
        /** DraftView */
        DraftView: {
            draft: components["schemas"]["DraftSummary"] | null;
            /**
             * Changed
             * @description As they stand now; one that was only drafted and is gone is left out.
             */
            changed: components["schemas"]["RosterShift"][];
        };
        /** DrawingView */
        DrawingView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            by: components["schemas"]["PersonRef"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Shape */
            shape: (components["schemas"]["Shape"] | components["schemas"]["Words"]) | null;
            /** Erases */
            erases: string | null;
        };
        /** DryPerson */
        DryPerson: {
            person: components["schemas"]["PersonRef"];
            why: components["schemas"]["Why"];
            tier: components["schemas"]["Tier"] | null;
            /** Shift Id */
            shift_id: string | null;
        };
        /**
         * DryRing
         * @description One step, rung or passed over.
         */
        DryRing: {
            /**
             * At Ms
             * @description After the request was sent.
             */
            at_ms: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Until Ms
             * @description When it stops ringing; null: it was passed over.
             */
            until_ms: number | null;
            /** Step */
            step: number;
            kind: components["schemas"]["StepKind"];
            /** @description Where it is another than the one that was asked. */
            hospital: components["schemas"]["FacilityRef"] | null;
            /** Group */
            group: number;
            /** People */
            people: components["schemas"]["DryPerson"][];
            /** Skip Reason */
            skip_reason: ("empty" | "unreachable" | "in_call" | "already_asked" | "no_second_hospital") | null;
        };
        /** DryRun */
        DryRun: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Rings */
            rings: components["schemas"]["DryRing"][];
            /**
             * Ends Ms
             * @description When nobody is left to ring; null: the request expires before.
             */
            ends_ms: number | null;
            /** Roster Version */
            roster_version: number | null;
            /**
             * Ladder Number
             * @description Null: a plan that is not saved.
             */
            ladder_number: number | null;
            /**
             * Answerers
             * @description How many people would be rung.
             */
            answerers: number;
            /**
             * Phones
             * @description What the station is shown at the end.
             */
            phones: components["schemas"]["Phone"][];
        };
        /**
         * DryRunCommand
         * @description Who would be rung, and when, if nobody ever answered. Nobody is rung and nothing is kept.
         */
        DryRunCommand: {
            /**
             * Station Id
             * Format: uuid
             */
            station_id: string;
            specialty: components["schemas"]["Specialty"];
            urgency: components["schemas"]["Urgency"];
            /**
             * At
             * @description Null: now, with who can be reached now; at any other time everyone can.
             * @default null
             */
            at?: string | null;
            /**
             * @description Null: the one that rings new cases.
             * @default null
             */
            plan?: components["schemas"]["DraftPlan"] | null;
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
        /** EndGrant */
        EndGrant: {
            /**
             * On
             * Format: date
             * @description The first day without it: today takes it away at once.
             */
            on: string;
        };
        /** ErasePatient */
        ErasePatient: {
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
        };
        /** ErasedPatient */
        ErasedPatient: {
            /**
             * Patient Id
             * Format: uuid
             */
            patient_id: string;
            /**
             * Erased At
             * Format: date-time
             */
            erased_at: string;
        };
        /** Explanation */
        Explanation: {
            /** Text */
            text: string;
        };
        /**
         * FacilityAccount
         * @description The facilities an administrator looks after.
         */
        FacilityAccount: {
            /** Facilities */
            facilities: components["schemas"]["FacilityView"][];
            /**
             * Province
             * @description May create and rename them, and assign stations to hospitals.
             */
            province: boolean;
        };
        /** FacilityChange */
        FacilityChange: {
            /** Seen Version */
            seen_version: number;
            fields: components["schemas"]["FacilityFields"];
        };
        /**
         * FacilityFields
         * @description Only those that are in the body are changed; names and code by the province alone.
         */
        FacilityFields: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Short Name
             * @default null
             */
            short_name?: string | null;
            /**
             * Code
             * @default null
             */
            code?: string | null;
            /**
             * Authority
             * @default null
             */
            authority?: string | null;
            /**
             * Emergency Phone
             * @default null
             */
            emergency_phone?: string | null;
            /**
             * Leader Phone
             * @default null
             */
            leader_phone?: string | null;
            /**
             * Signing Professions
             * @default null
             */
            signing_professions?: components["schemas"]["Profession"][] | null;
            /**
             * Signing Document
             * @default null
             */
            signing_document?: string | null;
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
        /** FacilityTotals */
        FacilityTotals: {
            facility: components["schemas"]["FacilityRef"];
            counts: components["schemas"]["Counts"];
        };
        /** FacilityView */
        FacilityView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            kind: components["schemas"]["FacilityKind"];
            /**
             * Code
             * @description Five digits of the insurance's list (MA_CSKCB).
             */
            code: string | null;
            /** Prefix */
            prefix: string | null;
            /** Commune Code */
            commune_code: string | null;
            /** Authority */
            authority: string;
            /** Emergency Phone */
            emergency_phone: string | null;
            /** Leader Phone */
            leader_phone: string | null;
            /** Signing Professions */
            signing_professions: components["schemas"]["Profession"][];
            /** Signing Document */
            signing_document: string | null;
            /** Version */
            version: number;
            /**
             * People
             * @description Open accounts employed here.
             */
            people: number;
        };
        /**
         * Factor
         * @enum {string}
         */
        Factor: "passkey" | "totp" | "none";
        /**
         * FairnessView
         * @description 100: everyone bears the same for the days they are there. null: fewer than two share it.
         */
        FairnessView: {
            specialty: components["schemas"]["Specialty"];
            /** Before */
            before: number | null;
            /** After */
            after: number | null;
        };
        /**
         * FaultCode
         * @description Why a file is not taken; `rosterImport.*` in the locales has the sentences.
         * @enum {string}
         */
        FaultCode: "not_xlsx" | "old_xls" | "encrypted" | "damaged" | "too_large" | "no_table" | "bad_day" | "day_twice" | "other_weekday" | "day_far" | "no_name" | "unknown_person" | "ambiguous_person" | "other_name" | "person_twice" | "unknown_specialty" | "no_specialty" | "not_yours" | "leaders_not_yours" | "bad_cell" | "bad_tier" | "leader_tier" | "too_long" | "formula_failed" | "merged" | "overlap" | "on_duty" | "begun";
        /**
         * FaultKind
         * @enum {string}
         */
        FaultKind: "changed" | "removed" | "inserted" | "seal" | "broken" | "cut" | "head";
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
         * FileKind
         * @enum {string}
         */
        FileKind: "photo" | "still";
        /** FileList */
        FileList: {
            /** Files */
            files: components["schemas"]["FileView"][];
            /** Drawings */
            drawings: components["schemas"]["DrawingView"][];
        };
        /**
         * FileState
         * @enum {string}
         */
        FileState: "asked" | "arriving" | "kept" | "discarded";
        /** FileView */
        FileView: {
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
            /** Call Id */
            call_id: string | null;
            kind: components["schemas"]["FileKind"];
            state: components["schemas"]["FileState"];
            /**
             * Number
             * @description Its place among the case's pictures, from 1, once it is kept.
             */
            number: number | null;
            /** Content Type */
            content_type: string;
            /** Size */
            size: number;
            /** Received */
            received: number;
            /** Sha256 */
            sha256: string;
            /** Width */
            width: number | null;
            /** Height */
            height: number | null;
            /** Caption */
            caption: string;
            made_by: components["schemas"]["PersonRef"];
            /**
             * By Phone
             * @description Taken by a phone that the station let in.
             */
            by_phone: boolean;
            asked_by: components["schemas"]["PersonRef"] | null;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Kept At */
            kept_at: string | null;
        };
        /**
         * Filled
         * @description What copying or generating did, or would do.
         */
        Filled: {
            /** Added */
            added: number;
            /**
             * Removed
             * @description Shifts of before that give way.
             */
            removed: number;
            /** Skipped */
            skipped: components["schemas"]["SkippedView"][];
            /**
             * Left Empty
             * @description Places that nobody stands in afterwards.
             */
            left_empty: number;
            /**
             * Repeated
             * @description This very command came before; nothing was added again.
             * @default false
             */
            repeated: boolean;
            /** @default null */
            draft: components["schemas"]["DraftSummary"] | null;
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
        /**
         * GapView
         * @description Nobody of the first tier in these hours. A piece ends where the next day shift would begin.
         */
        GapView: {
            specialty: components["schemas"]["Specialty"];
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
            /**
             * Backup
             * @description The second tier is there all the while.
             */
            backup: boolean;
        };
        /** Generate */
        Generate: {
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /**
             * Days
             * @default 7
             */
            days?: number;
            /** Pattern Ids */
            pattern_ids: string[];
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
        };
        /**
         * GrantRow
         * @description A role at a facility from one day up to, and without, another.
         */
        GrantRow: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            role: components["schemas"]["Role"];
            facility: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"] | null;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The first day without it; the day it began if it was withdrawn before.
             */
            valid_to: string | null;
            /**
             * Source
             * @description employment, rotation, temporary; demo, or what another system wrote.
             */
            source: string;
            /**
             * Document
             * @description Number of the decision that gave it.
             */
            document: string | null;
            given_by: components["schemas"]["PersonRef"] | null;
            /** May End */
            may_end: boolean;
        };
        /** GrantView */
        GrantView: {
            role: components["schemas"]["Role"];
            facility: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"] | null;
        };
        /**
         * Ground
         * @description For what a single case is opened.
         * @enum {string}
         */
        Ground: "emergency" | "inspection" | "complaint" | "management";
        /**
         * HalfView
         * @description Day or night of one specialty; its state is that of its worst instant.
         */
        HalfView: {
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
            /** Night */
            night: boolean;
            state: components["schemas"]["CoverState"];
            /** @description Who has most of it. */
            person: components["schemas"]["PersonRef"] | null;
            /**
             * Gaps
             * @description The hours without a first tier.
             */
            gaps: components["schemas"]["StretchView"][];
            /**
             * Warned
             * @description When the head was told by itself, 7, 3 and 1 days before.
             */
            warned: string[];
        };
        /** HandoverAnswer */
        HandoverAnswer: {
            /** Words */
            words: string;
        };
        /**
         * HandoverLine
         * @description The last one of a case.
         */
        HandoverLine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            giver: components["schemas"]["PersonRef"];
            to: components["schemas"]["PersonRef"];
            state: components["schemas"]["HandoverState"];
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
            /** Answered At */
            answered_at: string | null;
            /**
             * Words
             * @description Null for who does not treat.
             */
            words: string | null;
            /**
             * Answer Words
             * @description What the other said to it.
             */
            answer_words: string | null;
        };
        /**
         * HandoverState
         * @enum {string}
         */
        HandoverState: "offered" | "taken" | "refused" | "withdrawn";
        /** HeadList */
        HeadList: {
            /** Heads */
            heads: components["schemas"]["HeadView"][];
        };
        /**
         * HeadView
         * @description One head of the chain, to be printed and kept elsewhere. `hash` is hexadecimal.
         */
        HeadView: {
            /** N */
            n: number;
            /** Hash */
            hash: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Day
             * @default null
             */
            day: string | null;
        };
        /** Holiday */
        Holiday: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name */
            name: string;
            /** @description `working`: a weekend day worked in exchange for a bridge day. */
            kind: components["schemas"]["DayKind"];
        };
        /**
         * HolidayList
         * @description The same everywhere. Rosters, patterns, waits of routine cases and terms of papers follow them.
         */
        HolidayList: {
            /**
             * Today
             * Format: date
             */
            today: string;
            /**
             * Days
             * @description From the first of last year on, by day.
             */
            days: components["schemas"]["Holiday"][];
            /** May Set */
            may_set: boolean;
        };
        /** HolidayView */
        HolidayView: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name */
            name: string;
            kind: components["schemas"]["DayKind"];
        };
        /**
         * Home
         * @description A hospital whose doctors the asker may post.
         */
        Home: {
            hospital: components["schemas"]["FacilityRef"];
            /** Doctors */
            doctors: components["schemas"]["Doctor"][];
        };
        /** HospitalWall */
        HospitalWall: {
            hospital: components["schemas"]["FacilityRef"];
            /**
             * Version
             * @description The roster in force.
             */
            version: number | null;
            /**
             * Published Until
             * @description Where its last published shift ends.
             */
            published_until: string | null;
            /** Specialties */
            specialties: components["schemas"]["SpecialtyWall"][];
        };
        /** IcdCodeView */
        IcdCodeView: {
            /** Code */
            code: string;
            /** Title Vi */
            title_vi: string;
            /** Title En */
            title_en: string;
            /**
             * Not Main
             * @description Never a main diagnosis.
             */
            not_main: boolean;
            /**
             * Unusable
             * @description A more specific code is to be taken.
             */
            unusable: boolean;
        };
        /**
         * IcdFound
         * @description At most 20, best first.
         */
        IcdFound: {
            /** Codes */
            codes: components["schemas"]["IcdCodeView"][];
            source: components["schemas"]["IcdListView"];
        };
        /** IcdListView */
        IcdListView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * IceServer
         * @description One entry of a browser's `RTCConfiguration.iceServers`.
         */
        IceServer: {
            /** Urls */
            urls: string[];
            /** Username */
            username: string;
            /** Credential */
            credential: string;
        };
        /**
         * IceServers
         * @description For `RTCConfiguration.iceServers`; empty when there is no relay.
         */
        IceServers: {
            /** Ice Servers */
            ice_servers: components["schemas"]["IceServer"][];
            /** Lasts Ms */
            lasts_ms: number;
        };
        /**
         * Identifier
         * @description What can be read out and compared. Two are asked for, as everywhere in care.
         * @enum {string}
         */
        Identifier: "full_name" | "birth" | "code" | "national_id" | "insurance_no" | "village" | "representative";
        /**
         * IdentityLine
         * @description What one end of a call compared. Which identifiers, never their values.
         */
        IdentityLine: {
            /**
             * Side
             * @enum {string}
             */
            side: "station" | "hospital";
            person: components["schemas"]["PersonRef"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Identifiers */
            identifiers: components["schemas"]["Identifier"][];
            /** Matches */
            matches: boolean;
        };
        /**
         * ImportResult
         * @description With any fault nothing was taken. Sent again, what was taken already counts no more.
         */
        ImportResult: {
            /**
             * Added
             * @description Shifts now in the draft that were not planned before.
             */
            added: number;
            /**
             * Removed
             * @description Shifts that were planned and are not any more.
             */
            removed: number;
            /** People */
            people: number;
            /** Days */
            days: number;
            /**
             * Past Days
             * @description Columns left aside: what was is history.
             */
            past_days: number;
            /**
             * Leave
             * @description An import keeps no leave: whoever plans may keep these.
             */
            leave: components["schemas"]["LeaveSeen"][];
            /** Faults */
            faults: components["schemas"]["SheetFault"][];
            /**
             * More Faults
             * @description Not listed: the list ends somewhere.
             */
            more_faults: number;
        };
        /** InvitationAnswer */
        InvitationAnswer: {
            /** Token */
            token: string;
            /** Password */
            password: string;
            /**
             * Code
             * @description Where the account has a second factor.
             * @default null
             */
            code?: string | null;
            /**
             * Shared
             * @description Whether several people use this browser.
             * @default false
             */
            shared?: boolean;
        };
        /**
         * InvitationLink
         * @description Shown once: only its hash is kept.
         */
        InvitationLink: {
            /** Link */
            link: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /** InvitationToken */
        InvitationToken: {
            /** Token */
            token: string;
        };
        /**
         * InvitationView
         * @description Whose password the link sets.
         */
        InvitationView: {
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Min Password */
            min_password: number;
            /**
             * Methods
             * @description Second factors of the account: one of them is asked besides the link.
             */
            methods: string[];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        JsonValue: unknown;
        /**
         * Label
         * @description Illnesses whose mere name does harm: they hide the diagnosis from who does not treat (`domain.md` §3).
         * @enum {string}
         */
        Label: "hiv" | "tb" | "mental_health" | "sexual_violence";
        /** Ladder */
        Ladder: {
            /** Round */
            round: number;
            /**
             * Number
             * @description Of the ladder's version it was sent with; 0: the built-in one.
             */
            number: number;
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
            skip_reason: ("empty" | "unreachable" | "in_call" | "already_asked" | "no_second_hospital") | null;
            /** @description Where it is another than the one that was asked. */
            hospital: components["schemas"]["FacilityRef"] | null;
            /**
             * Group
             * @description Steps with the same number ring together.
             */
            group: number;
            /** With Previous */
            with_previous: boolean;
        };
        /**
         * LeaveSeen
         * @description The file says that somebody is away, and no leave is kept for them on that day.
         */
        LeaveSeen: {
            person: components["schemas"]["PersonRef"];
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * Level
         * @enum {string}
         */
        Level: "alert" | "critical";
        /** LineProbeView */
        LineProbeView: {
            /**
             * Facility Id
             * Format: uuid
             * @description Where it was measured: a place the person works at.
             */
            facility_id: string;
            /** @default person */
            kind: components["schemas"]["ProbeKind"];
            /**
             * Up Kbps
             * @default null
             */
            up_kbps: number | null;
            /**
             * Down Kbps
             * @default null
             */
            down_kbps: number | null;
            /**
             * Rtt Ms
             * @default null
             */
            rtt_ms: number | null;
            /**
             * Jitter Ms
             * @default null
             */
            jitter_ms: number | null;
            /**
             * Loss Pct
             * @default null
             */
            loss_pct: number | null;
            paths: components["schemas"]["Paths"];
            microphone: components["schemas"]["Device"];
            camera: components["schemas"]["Device"];
            /**
             * Bytes
             * @description What the test itself cost, both ways; it counts in the month's megabytes.
             * @default 0
             */
            bytes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** @description What a call would begin with on such a line. */
            rung: components["schemas"]["Rung"];
        };
        /** LineProbes */
        LineProbes: {
            /**
             * Probes
             * @description The newest first.
             */
            probes: components["schemas"]["LineProbeView"][];
        };
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
             * @description The browser's offer, candidates included: voice, picture (sent and received) and data, at most one part of each.
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
            /**
             * Up Kbps
             * @description The fullest second of what came over the channel `up`; 2000 at most.
             */
            up_kbps: number | null;
            /** @description Of the channel `pulse`. */
            pulse: components["schemas"]["PulseView"] | null;
        };
        /**
         * LinkCell
         * @description One hour of one day of the week, by the local calendar, over the last four weeks.
         */
        LinkCell: {
            /**
             * Weekday
             * @description 0 is Monday.
             */
            weekday: number;
            /** Hour */
            hour: number;
            /** Looks */
            looks: number;
            /** Up Kbps */
            up_kbps: number | null;
            /** Down Kbps */
            down_kbps: number | null;
            /** Rtt Ms */
            rtt_ms: number | null;
            /** Loss Pct */
            loss_pct: number | null;
            /** Concealed Pct */
            concealed_pct: number | null;
            /** @description What was held most of the time. */
            rung: components["schemas"]["Rung"] | null;
        };
        /**
         * LinkChange
         * @description All settings as they shall be.
         */
        LinkChange: {
            /**
             * Sim
             * @default
             */
            sim?: string;
            /**
             * Cap Mb
             * @description Megabytes (1,000,000 bytes) a month for calls; null: as many as come.
             * @default null
             */
            cap_mb?: number | null;
            /**
             * Capped Rung
             * @default voice
             * @enum {string}
             */
            capped_rung?: "low_video" | "voice" | "text";
            /**
             * Billing Day
             * @default 1
             */
            billing_day?: number;
            /**
             * Seen Changed At
             * @description As the screen saw it: others' word counts.
             * @default null
             */
            seen_changed_at?: string | null;
        };
        /**
         * LinkLine
         * @description One place among those one looks after.
         */
        LinkLine: {
            facility: components["schemas"]["FacilityRef"];
            first_rung: components["schemas"]["Rung"] | null;
            /** Weak Hours */
            weak_hours: components["schemas"]["UsualHours"][];
            month: components["schemas"]["MonthUse"];
            /** Cap Mb */
            cap_mb: number | null;
            /** Relay Until */
            relay_until: string | null;
            /**
             * Last Seen At
             * @description The last hour anything is known of.
             */
            last_seen_at: string | null;
        };
        /** LinkList */
        LinkList: {
            /** Links */
            links: components["schemas"]["LinkLine"][];
        };
        /** LinkPassport */
        LinkPassport: {
            facility: components["schemas"]["FacilityRef"];
            /** @description What a call that began now would start with; null: too little known. */
            first_rung: components["schemas"]["Rung"] | null;
            /** @description Not above this rung: the month's megabytes are used up. */
            ceiling: components["schemas"]["Rung"] | null;
            /**
             * Relay Until
             * @description Until then calls go by the relay alone.
             */
            relay_until: string | null;
            /** Weak Hours */
            weak_hours: components["schemas"]["UsualHours"][];
            /** Cells */
            cells: components["schemas"]["LinkCell"][];
            month: components["schemas"]["MonthUse"];
            /**
             * Before
             * @description Earlier months, the newest first, at most five.
             */
            before: components["schemas"]["MonthUse"][];
            settings: components["schemas"]["LinkSettings"];
            /** Changed At */
            changed_at: string | null;
            /** May Set */
            may_set: boolean;
        };
        /**
         * LinkPath
         * @description By which way media reach the other side.
         * @enum {string}
         */
        LinkPath: "direct" | "relay_udp" | "relay_tcp" | "relay_tls";
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
            /**
             * In Kbps
             * @default null
             */
            in_kbps: number | null;
            /**
             * Up Kbps
             * @default null
             */
            up_kbps: number | null;
            /**
             * Out Loss Pct
             * @default null
             */
            out_loss_pct: number | null;
            /**
             * Concealed Pct
             * @default null
             */
            concealed_pct: number | null;
            /**
             * Jitter Ms
             * @default null
             */
            jitter_ms: number | null;
            /**
             * Delay Ms
             * @default null
             */
            delay_ms: number | null;
            /**
             * Fps
             * @default null
             */
            fps: number | null;
            /**
             * Freezes
             * @default null
             */
            freezes: number | null;
            /** @default null */
            rung: components["schemas"]["Rung"] | null;
            /** @default null */
            path: components["schemas"]["LinkPath"] | null;
            /**
             * Kbytes
             * @default null
             */
            kbytes: number | null;
        };
        /**
         * LinkSettings
         * @description `sim` names the card (never its number); another name begins a new count.
         */
        LinkSettings: {
            /**
             * Sim
             * @default
             */
            sim: string;
            /**
             * Cap Mb
             * @description Megabytes (1,000,000 bytes) a month for calls; null: as many as come.
             * @default null
             */
            cap_mb: number | null;
            /**
             * Capped Rung
             * @default voice
             * @enum {string}
             */
            capped_rung: "low_video" | "voice" | "text";
            /**
             * Billing Day
             * @default 1
             */
            billing_day: number;
        };
        /** LoadChange */
        LoadChange: {
            person: components["schemas"]["PersonRef"];
            before: components["schemas"]["LoadView"];
            after: components["schemas"]["LoadView"];
            /** Changed */
            changed: boolean;
        };
        /**
         * LoadView
         * @description Of the days asked for. `docs/rosters.md` says how each is counted.
         */
        LoadView: {
            /** Hours */
            hours: number;
            /** Nights */
            nights: number;
            /**
             * Holidays
             * @description Saturdays, Sundays, public holidays on which a shift, or a day of it, begins.
             */
            holidays: number;
            /**
             * Rings
             * @description How often they were rung in these days; practice cases do not count.
             */
            rings: number;
        };
        /**
         * LockReason
         * @description Why a screen is locked.
         * @enum {string}
         */
        LockReason: "idle" | "asked" | "expired";
        /**
         * LockView
         * @description The record is hidden until it is unlocked; help for a patient goes on.
         */
        LockView: {
            reason: components["schemas"]["LockReason"];
            /**
             * Unlock With
             * @description Empty where neither is there: sign in anew.
             */
            unlock_with: ("pin" | "password")[];
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
            /**
             * Masked
             * @description True: a restricted label hides the words from who does not treat.
             */
            masked: boolean;
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
            /** @description What its last call, or that it came to none, is put down to. */
            cause: components["schemas"]["Cause"] | null;
            /** Cause Side */
            cause_side: ("station" | "hospital") | null;
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
            /**
             * Masked
             * @description True: a restricted label hides the words from who does not treat.
             * @default false
             */
            masked: boolean;
        };
        /** MonthTotals */
        MonthTotals: {
            /** Month */
            month: string;
            counts: components["schemas"]["Counts"];
        };
        /**
         * MonthUse
         * @description Of calls, voice and picture, and of tests of the line; both ways. Pages and files are not counted.
         */
        MonthUse: {
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Bytes */
            bytes: number;
            /**
             * Calls
             * @description Hours with a call in them.
             */
            calls: number;
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
            /** Confirmed At */
            confirmed_at: string | null;
            /**
             * Armed At
             * @description Not confirmed in time: since then the backup is rung beside this person, and the head knows.
             */
            armed_at: string | null;
            relief: components["schemas"]["PersonRef"] | null;
            /**
             * Checks
             * @description Of the test that confirming began; empty before it.
             */
            checks: components["schemas"]["ChannelCheck"][];
        };
        /** MyShifts */
        MyShifts: {
            shift: components["schemas"]["MyShift"] | null;
        };
        /** NeededVital */
        NeededVital: {
            /** Field */
            field: string;
            /** From Months */
            from_months: number;
            /** To Months */
            to_months: number | null;
        };
        /** NewAbsence */
        NewAbsence: {
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
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /**
             * Hospital Id
             * Format: uuid
             */
            hospital_id: string;
            kind: components["schemas"]["AbsenceKind"];
        };
        /**
         * NewAccess
         * @description Open one case for a reason. The reason is read by the privacy officer the next working day.
         */
        NewAccess: {
            /** Consult Code */
            consult_code: string;
            ground: components["schemas"]["Ground"];
            /** Reason */
            reason: string;
        };
        /**
         * NewApproval
         * @description Of exactly these words: another version in between is refused.
         */
        NewApproval: {
            /**
             * Hospital Id
             * Format: uuid
             */
            hospital_id: string;
            /** Subject */
            subject: string;
            /** Version */
            version: number;
            /** Sha256 */
            sha256: string;
            /**
             * Approved
             * @description False takes an approval back.
             */
            approved: boolean;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** NewAssignment */
        NewAssignment: {
            /**
             * Station Id
             * Format: uuid
             */
            station_id: string;
            /**
             * Hospital Id
             * Format: uuid
             */
            hospital_id: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Source
             * @description Number of the decision.
             */
            source: string;
            /**
             * Rank
             * @description 1: asked first; 2: a later step of the ladder.
             * @default 1
             */
            rank?: number;
        };
        /** NewCalendarLink */
        NewCalendarLink: {
            /**
             * Hospital Id
             * @description Null: one's own shifts.
             * @default null
             */
            hospital_id?: string | null;
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
            consent?: components["schemas"]["Consent"] | null;
            /**
             * Consents
             * @default []
             */
            consents?: components["schemas"]["ConsentWord"][];
            /**
             * Labels
             * @default []
             */
            labels?: components["schemas"]["Label"][];
            /**
             * Without
             * @description Why it is sent without all that its kind of case needs.
             * @default
             */
            without?: string;
            /**
             * Send
             * @default false
             */
            send?: boolean;
            /**
             * Practice
             * @description Rings for training and is never counted; about no patient.
             * @default false
             */
            practice?: boolean;
            /**
             * Written At
             * @description When it was finished without a link.
             * @default null
             */
            written_at?: string | null;
        };
        /** NewDataRequest */
        NewDataRequest: {
            /**
             * Patient Id
             * Format: uuid
             */
            patient_id: string;
            kind: components["schemas"]["RequestKind"];
            /**
             * Asked By
             * @description Who asks: the patient, or who speaks for them and how they are related.
             */
            asked_by: string;
            /** Words */
            words: string;
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
        /**
         * NewDrawing
         * @description A stroke or words; or, with `erases` instead of a shape, one taken back.
         */
        NewDrawing: {
            /**
             * Shape
             * @default null
             */
            shape?: (components["schemas"]["Shape"] | components["schemas"]["Words"]) | null;
            /**
             * Erases
             * @default null
             */
            erases?: string | null;
        };
        /** NewFacility */
        NewFacility: {
            kind: components["schemas"]["FacilityKind"];
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /**
             * Prefix
             * @default null
             */
            prefix?: string | null;
            /**
             * Commune Code
             * @default null
             */
            commune_code?: string | null;
            /**
             * Code
             * @default null
             */
            code?: string | null;
            /**
             * Authority
             * @default
             */
            authority?: string;
            /**
             * Emergency Phone
             * @default null
             */
            emergency_phone?: string | null;
            /**
             * Leader Phone
             * @default null
             */
            leader_phone?: string | null;
        };
        /** NewFile */
        NewFile: {
            kind: components["schemas"]["FileKind"];
            /**
             * Content Type
             * @enum {string}
             */
            content_type: "image/jpeg" | "image/png" | "image/webp";
            /** Size */
            size: number;
            /** Sha256 */
            sha256: string;
            /**
             * Width
             * @default null
             */
            width?: number | null;
            /**
             * Height
             * @default null
             */
            height?: number | null;
            /**
             * Caption
             * @default
             */
            caption?: string;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /**
             * Call Id
             * @description The call it was taken in, if it was.
             * @default null
             */
            call_id?: string | null;
        };
        /** NewGrant */
        NewGrant: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            role: components["schemas"]["Role"];
            /**
             * Facility Id
             * Format: uuid
             */
            facility_id: string;
            /** @default null */
            specialty?: components["schemas"]["Specialty"] | null;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The first day without it.
             * @default null
             */
            valid_to?: string | null;
            source: components["schemas"]["Source"];
            /**
             * Document
             * @default null
             */
            document?: string | null;
        };
        /**
         * NewHandover
         * @description The holder says in words where the case stands; it is theirs until the other says so too.
         */
        NewHandover: {
            /**
             * Consult Id
             * Format: uuid
             */
            consult_id: string;
            /**
             * To Id
             * Format: uuid
             */
            to_id: string;
            /** Words */
            words: string;
        };
        /** NewIdentityCheck */
        NewIdentityCheck: {
            /** Identifiers */
            identifiers: components["schemas"]["Identifier"][];
            /**
             * Matches
             * @description False: it may be another patient. It is told to both ends; the call goes on.
             */
            matches: boolean;
        };
        /** NewLineProbe */
        NewLineProbe: {
            /**
             * Facility Id
             * Format: uuid
             * @description Where it was measured: a place the person works at.
             */
            facility_id: string;
            /** @default person */
            kind?: components["schemas"]["ProbeKind"];
            /**
             * Up Kbps
             * @default null
             */
            up_kbps?: number | null;
            /**
             * Down Kbps
             * @default null
             */
            down_kbps?: number | null;
            /**
             * Rtt Ms
             * @default null
             */
            rtt_ms?: number | null;
            /**
             * Jitter Ms
             * @default null
             */
            jitter_ms?: number | null;
            /**
             * Loss Pct
             * @default null
             */
            loss_pct?: number | null;
            paths: components["schemas"]["Paths"];
            microphone: components["schemas"]["Device"];
            camera: components["schemas"]["Device"];
            /**
             * Bytes
             * @description What the test itself cost, both ways; it counts in the month's megabytes.
             * @default 0
             */
            bytes?: number;
        };
        /**
         * NewNudge
         * @description Tell the heads of a specialty now that these hours have no first tier.
         */
        NewNudge: {
            /**
             * Hospital Id
             * Format: uuid
             */
            hospital_id: string;
            specialty: components["schemas"]["Specialty"];
            /**
             * Starts At
             * Format: date-time
             * @description Any moment of the gap.
             */
            starts_at: string;
        };
        /** NewOpinion */
        NewOpinion: {
            /** Text */
            text: string;
        };
        /** NewPasskey */
        NewPasskey: {
            /**
             * Ceremony
             * Format: uuid
             */
            ceremony: string;
            credential: components["schemas"]["CreatedCredential"];
            /** Name */
            name: string;
        };
        /** NewPassword */
        NewPassword: {
            /** Current */
            current: string;
            /** New */
            new: string;
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
         * NewPattern
         * @description Shifts that come again each week.
         */
        NewPattern: {
            /** Name */
            name: string;
            specialty: components["schemas"]["Specialty"] | null;
            tier: components["schemas"]["Tier"];
            /**
             * Weekdays
             * @description 1 is Monday.
             */
            weekdays: number[];
            /** @default all */
            days?: components["schemas"]["Days"];
            /**
             * Starts
             * Format: time
             * @description Local.
             */
            starts: string;
            /** Length Ms */
            length_ms: number;
            /**
             * People
             * @description They take turns, in this order.
             */
            people: string[];
            /** @default shift */
            turn?: components["schemas"]["Turn"];
            /**
             * Anchor
             * Format: date
             * @description From this day on; the first of them has the first turn.
             */
            anchor: string;
        };
        /** NewPerson */
        NewPerson: {
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /**
             * Title
             * @default
             */
            title?: string;
            profession: components["schemas"]["Profession"];
            /**
             * License No
             * @default null
             */
            license_no?: string | null;
            /**
             * Duty Phone
             * @default null
             */
            duty_phone?: string | null;
            /**
             * Facility Id
             * Format: uuid
             * @description Where they are employed: whose administrators keep the account.
             */
            facility_id: string;
        };
        /**
         * NewPhoneAdvice
         * @description The hospital's half: joined to its case when the station's half arrives, or at once if it is here already.
         */
        NewPhoneAdvice: {
            /**
             * Hospital Id
             * Format: uuid
             */
            hospital_id: string;
            /**
             * Code
             * @description As read out: eight digits, the last one checks the others.
             */
            code: string;
            /**
             * Caller
             * @description Who telephoned, and from where.
             * @default
             */
            caller?: string;
            /**
             * Subject
             * @description Of whom it was, without a name.
             * @default
             */
            subject?: string;
            /**
             * Told
             * @description What the station told.
             * @default
             */
            told?: string;
            /** Advice */
            advice: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
        };
        /**
         * NewPicture
         * @description Announced before its first byte. No position may be in it (EXIF): draw it anew before sending.
         */
        NewPicture: {
            kind: components["schemas"]["FileKind"];
            /**
             * Content Type
             * @enum {string}
             */
            content_type: "image/jpeg" | "image/png" | "image/webp";
            /** Size */
            size: number;
            /** Sha256 */
            sha256: string;
            /**
             * Width
             * @default null
             */
            width?: number | null;
            /**
             * Height
             * @default null
             */
            height?: number | null;
            /**
             * Caption
             * @default
             */
            caption?: string;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
        };
        /** NewPin */
        NewPin: {
            /** Pin */
            pin: string;
            /** Password */
            password: string;
        };
        /**
         * NewPlan
         * @description Rings every case sent from now on; those that ring keep theirs. The last step is the duty leader.
         */
        NewPlan: {
            /** @description Null: for every specialty that has no ladder of its own. */
            specialty: components["schemas"]["Specialty"] | null;
            /**
             * Seen Number
             * @description The version the screen saw; 0: there was none.
             */
            seen_number: number;
            /** Steps */
            steps: components["schemas"]["PlanStep"][];
            options: components["schemas"]["PlanOptions"];
            /** Reason */
            reason: string;
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
        /** NewReview */
        NewReview: {
            verdict: components["schemas"]["Verdict"];
            /**
             * Question
             * @description Asked for when `explain`.
             * @default
             */
            question?: string;
        };
        /** NewRotation */
        NewRotation: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /**
             * Hospital Id
             * Format: uuid
             * @description Where they are from.
             */
            hospital_id: string;
            /**
             * Station Id
             * Format: uuid
             */
            station_id: string;
            /**
             * Decision No
             * @description Empty: planned, not signed yet.
             * @default
             */
            decision_no?: string;
            /**
             * Decided On
             * @default null
             */
            decided_on?: string | null;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Ends On
             * Format: date
             * @description The first day without.
             */
            ends_on: string;
            purpose: components["schemas"]["RotationPurpose"];
            /**
             * Purpose Note
             * @default
             */
            purpose_note?: string;
            /** Hours */
            hours?: components["schemas"]["StationHours"][];
            /**
             * Cancel Shifts
             * @description Take their published shifts of these days away.
             * @default false
             */
            cancel_shifts?: boolean;
        };
        /** NewShift */
        NewShift: {
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
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            specialty: components["schemas"]["Specialty"] | null;
            tier: components["schemas"]["Tier"];
        };
        /**
         * NewSubscription
         * @description What `PushManager.subscribe()` gave the browser.
         */
        NewSubscription: {
            /** Endpoint */
            endpoint: string;
            /** P256Dh */
            p256dh: string;
            /** Auth */
            auth: string;
        };
        /** NewSwap */
        NewSwap: {
            /**
             * Give Id
             * Format: uuid
             * @description The asker's shift.
             */
            give_id: string;
            /**
             * Take Id
             * @description The other's shift; none: they take over and give nothing.
             * @default null
             */
            take_id?: string | null;
            /**
             * To Id
             * Format: uuid
             */
            to_id: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * NextAnswer
         * @description A later step of the ladder that has somebody; steps stand in their order.
         */
        NextAnswer: {
            kind: components["schemas"]["StepKind"];
            hospital: components["schemas"]["FacilityRef"];
            /** @description The first of them. */
            person: components["schemas"]["PersonRef"] | null;
            /**
             * People
             * @description How many that step would ring.
             */
            people: number;
        };
        /** NoticeList */
        NoticeList: {
            /**
             * Notices
             * @description The newest first.
             */
            notices: components["schemas"]["NoticeView"][];
            /** Unseen */
            unseen: number;
            /**
             * Older
             * @description What to send as `before` for the next page; null on the last.
             */
            older: string | null;
        };
        /**
         * NoticeView
         * @description Something this person should know. The screen makes its sentence from `kind` and `params`.
         */
        NoticeView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /**
             * About
             * @description The shift, swap, rotation, consult or facility it speaks of.
             */
            about: string | null;
            /** Params */
            params: {
                [key: string]: string | number | boolean;
            };
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Seen At */
            seen_at: string | null;
        };
        /** NoticesSeen */
        NoticesSeen: {
            /**
             * Up To
             * Format: uuid
             * @description The newest notice that was shown: it and all older ones.
             */
            up_to: string;
        };
        /**
         * Nudged
         * @description The gap around that moment, and who was told of it.
         */
        Nudged: {
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
            /** Told */
            told: components["schemas"]["PersonRef"][];
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
        /**
         * Override
         * @description At once, in the published roster, without a draft.
         */
        Override: {
            /**
             * Add
             * @default []
             */
            add?: components["schemas"]["NewShift"][];
            /**
             * Remove
             * @default []
             */
            remove?: string[];
            /**
             * Take
             * @default []
             */
            take?: components["schemas"]["TakenPart"][];
            /** Reason */
            reason: string;
        };
        /**
         * OwnDevice
         * @description A browser that somebody signed in with in full.
         */
        OwnDevice: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Shared */
            shared: boolean;
            /** Current */
            current: boolean;
            /**
             * Used At
             * Format: date-time
             */
            used_at: string;
        };
        /**
         * OwnReach
         * @description By what besides an open page the one who asks can be reached.
         */
        OwnReach: {
            /**
             * Key
             * @description `applicationServerKey` of this server, base64url: 65 bytes, uncompressed P-256.
             */
            key: string;
            /**
             * Subscriptions
             * @description Those that are not known to be gone.
             */
            subscriptions: components["schemas"]["SubscriptionView"][];
            /**
             * Push Works
             * @description As far as is known from the last use; null: no browser can be woken.
             */
            push_works: boolean | null;
            /**
             * Gateway
             * @description A gateway for SMS, Zalo or telephones is set up.
             */
            gateway: boolean;
            /** Gateway Works */
            gateway_works: boolean | null;
            /**
             * Duty Phone
             * @description Where the gateway reaches the one who asks.
             */
            duty_phone: string | null;
        };
        /** OwnSignIn */
        OwnSignIn: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Method */
            method: string;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Current */
            current: boolean;
            /** Device Name */
            device_name: string | null;
        };
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
        /** Partner */
        Partner: {
            person: components["schemas"]["PersonRef"];
            /**
             * Against
             * @description Why they cannot take this shift over; empty: they can.
             */
            against: components["schemas"]["SwapAgainst"][];
            /** Shifts */
            shifts: components["schemas"]["PartnerShift"][];
        };
        /**
         * PartnerShift
         * @description A shift of theirs that the asker could have in return.
         */
        PartnerShift: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
            /**
             * Against
             * @description Why the asker cannot work it; empty: they can.
             */
            against: components["schemas"]["SwapAgainst"][];
        };
        /**
         * Partners
         * @description Who could swap this shift, the free ones first.
         */
        Partners: {
            shift: components["schemas"]["SwapShift"];
            /** Partners */
            partners: components["schemas"]["Partner"][];
        };
        /** PasskeyAdded */
        PasskeyAdded: {
            passkey: components["schemas"]["PasskeyView"];
            /**
             * Codes
             * @description Recovery codes, with the first second factor.
             */
            codes: string[] | null;
        };
        /** PasskeyOptions */
        PasskeyOptions: {
            /**
             * Ceremony
             * Format: uuid
             */
            ceremony: string;
            /**
             * Options
             * @description For `PublicKeyCredential.parse…OptionsFromJSON`.
             */
            options: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /** PasskeySignIn */
        PasskeySignIn: {
            /**
             * Ceremony
             * Format: uuid
             */
            ceremony: string;
            credential: components["schemas"]["AssertedCredential"];
            /**
             * Shared
             * @description Whether several people use this browser.
             * @default false
             */
            shared?: boolean;
        };
        /** PasskeyView */
        PasskeyView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Used At */
            used_at: string | null;
        };
        /**
         * PasswordAgain
         * @description That it is really this person, before something is changed that guards the account.
         */
        PasswordAgain: {
            /** Password */
            password: string;
        };
        /**
         * PathSeen
         * @description Whether one way went through, and how long the first word took on it.
         */
        PathSeen: {
            /** Works */
            works: boolean;
            /** Ms */
            ms: number | null;
        };
        /**
         * Paths
         * @description Null: not tried, because there is no such server.
         */
        Paths: {
            direct: components["schemas"]["PathSeen"] | null;
            relay_udp: components["schemas"]["PathSeen"] | null;
            relay_tcp: components["schemas"]["PathSeen"] | null;
            relay_tls: components["schemas"]["PathSeen"] | null;
        };
        /** PatientChange */
        PatientChange: {
            /** Seen Version */
            seen_version: number;
            fields: components["schemas"]["PatientFields"];
            /**
             * Reason
             * @description Why it is corrected; kept with it.
             * @default
             */
            reason?: string;
        };
        /**
         * PatientCorrection
         * @description One particular as it was before a correction, and after it.
         */
        PatientCorrection: {
            /** Field */
            field: string;
            /** Before */
            before: string;
            /** After */
            after: string;
            /** Reason */
            reason: string;
            changed_by: components["schemas"]["PersonRef"];
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
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
        /** PatientHistory */
        PatientHistory: {
            /**
             * Corrections
             * @description The newest first.
             */
            corrections: components["schemas"]["PatientCorrection"][];
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
        /** PatternList */
        PatternList: {
            /**
             * Patterns
             * @description Without those that are retired.
             */
            patterns: components["schemas"]["PatternView"][];
        };
        /** PatternView */
        PatternView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** @description null: for all specialties (trực lãnh đạo). */
            specialty: components["schemas"]["Specialty"] | null;
            tier: components["schemas"]["Tier"];
            /** Weekdays */
            weekdays: number[];
            days: components["schemas"]["Days"];
            /**
             * Starts
             * Format: time
             */
            starts: string;
            /** Length Ms */
            length_ms: number;
            /** People */
            people: components["schemas"]["PersonRef"][];
            turn: components["schemas"]["Turn"];
            /**
             * Anchor
             * Format: date
             */
            anchor: string;
            /**
             * May Change
             * @description Retire it; a change is a new pattern in its place.
             */
            may_change: boolean;
        };
        /** PersonChange */
        PersonChange: {
            /** Seen Version */
            seen_version: number;
            fields: components["schemas"]["PersonFields"];
        };
        /**
         * PersonDetail
         * @description The whole account, with every grant there ever was, the newest first.
         */
        PersonDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Username */
            username: string;
            profession: components["schemas"]["Profession"];
            /** License No */
            license_no: string | null;
            status: components["schemas"]["Status"];
            /** Disabled Reason */
            disabled_reason: string | null;
            facility: components["schemas"]["FacilityRef"] | null;
            /** Grants */
            grants: components["schemas"]["GrantRow"][];
            /** @description Null where the asker does not keep the account. */
            second_factor: components["schemas"]["Factor"] | null;
            /** Seen At */
            seen_at: string | null;
            /** Invitation Expires At */
            invitation_expires_at: string | null;
            /** Full Name */
            full_name: string;
            /** Title */
            title: string;
            /** Created At */
            created_at: string | null;
            /** Password Set At */
            password_set_at: string | null;
            /** Disabled At */
            disabled_at: string | null;
            /** Version */
            version: number;
            /**
             * Duty Phone
             * @description Where a gateway may ring them on duty; null also where the asker does not keep the account.
             */
            duty_phone: string | null;
            /**
             * Coming Shifts
             * @description Shifts of duty still to be worked.
             */
            coming_shifts: number;
            /**
             * May Keep
             * @description The asker keeps this account; otherwise only gives and ends grants here.
             */
            may_keep: boolean;
            /** May Close */
            may_close: boolean;
            /** May Give */
            may_give: boolean;
        };
        /**
         * PersonFields
         * @description Only those that are in the body are changed.
         */
        PersonFields: {
            /**
             * Username
             * @default null
             */
            username?: string | null;
            /**
             * Full Name
             * @default null
             */
            full_name?: string | null;
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /** @default null */
            profession?: components["schemas"]["Profession"] | null;
            /**
             * License No
             * @default null
             */
            license_no?: string | null;
            /**
             * Duty Phone
             * @default null
             */
            duty_phone?: string | null;
            /**
             * Facility Id
             * @default null
             */
            facility_id?: string | null;
        };
        /** PersonList */
        PersonList: {
            /** People */
            people: components["schemas"]["PersonRow"][];
            /**
             * Older
             * @description What to send as `after` for the next page; null on the last.
             */
            older: string | null;
            /**
             * Total
             * @description How many this search finds on all pages.
             */
            total: number;
            /**
             * Counts
             * @description Of all people the asker sees, whatever was searched.
             */
            counts: {
                [key: string]: number;
            };
            /**
             * Without Second Factor
             * @description Of the active ones whose accounts the asker keeps.
             */
            without_second_factor: number;
            /**
             * Invitations Ending
             * @description Invitations that run out within a day, or have.
             */
            invitations_ending: number;
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
        /**
         * PersonRow
         * @description One line of the list: with the grants that run or are still to begin.
         */
        PersonRow: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Username */
            username: string;
            profession: components["schemas"]["Profession"];
            /** License No */
            license_no: string | null;
            status: components["schemas"]["Status"];
            /** Disabled Reason */
            disabled_reason: string | null;
            facility: components["schemas"]["FacilityRef"] | null;
            /** Grants */
            grants: components["schemas"]["GrantRow"][];
            /** @description Null where the asker does not keep the account. */
            second_factor: components["schemas"]["Factor"] | null;
            /** Seen At */
            seen_at: string | null;
            /** Invitation Expires At */
            invitation_expires_at: string | null;
        };
        /** PersonSearch */
        PersonSearch: {
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Facility Id
             * @default null
             */
            facility_id?: string | null;
            /** @default null */
            role?: components["schemas"]["Role"] | null;
            /**
             * @description Null: all but disabled ones.
             * @default null
             */
            status?: components["schemas"]["Status"] | null;
            /**
             * All
             * @description Disabled ones too, where no status is named.
             * @default false
             */
            all?: boolean;
            /**
             * Without Second Factor
             * @default false
             */
            without_second_factor?: boolean;
            /**
             * After
             * @description The last person of the page before.
             * @default null
             */
            after?: string | null;
        };
        /** Phone */
        Phone: {
            /** Label */
            label: string;
            /** Number */
            number: string;
        };
        /** PhoneAdviceList */
        PhoneAdviceList: {
            /** Advices */
            advices: components["schemas"]["PhoneAdviceView"][];
        };
        /** PhoneAdviceView */
        PhoneAdviceView: {
            /**
             * Hospital Id
             * Format: uuid
             */
            hospital_id: string;
            /**
             * Code
             * @description As read out: eight digits, the last one checks the others.
             */
            code: string;
            /**
             * Caller
             * @description Who telephoned, and from where.
             * @default
             */
            caller: string;
            /**
             * Subject
             * @description Of whom it was, without a name.
             * @default
             */
            subject: string;
            /**
             * Told
             * @description What the station told.
             * @default
             */
            told: string;
            /** Advice */
            advice: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            given_by: components["schemas"]["PersonRef"];
            /**
             * Made At
             * Format: date-time
             * @description When it was written down.
             */
            made_at: string;
            /**
             * Consult Id
             * @description The case it belongs to; null while that waits at the station.
             */
            consult_id: string | null;
            /**
             * Consult Code
             * @description Null also where the one who asks may not see that case.
             */
            consult_code: string | null;
            /** Merged At */
            merged_at: string | null;
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
            /**
             * Said At
             * @description When, if it was kept without a link.
             * @default null
             */
            said_at?: string | null;
        };
        /**
         * PhoneNoteView
         * @description The station's half: what it kept of a telephone call.
         */
        PhoneNoteView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["PersonRef"];
            /** Number */
            number: string;
            /** Spoke With */
            spoke_with: string;
            /** Advice */
            advice: string;
        };
        /**
         * PhoneView
         * @description What a phone knows of the call it is in: nothing of the patient.
         */
        PhoneView: {
            /**
             * Camera Id
             * Format: uuid
             */
            camera_id: string;
            /** Station */
            station: string;
            /**
             * Turn
             * @description Say it with the next question: the answer waits for what is newer.
             */
            turn: number;
            /**
             * Offered
             * @description The number of this phone's offer that is here; none after a restart.
             */
            offered: number | null;
            answer: components["schemas"]["Session"] | null;
            /** Wanted */
            wanted: components["schemas"]["Wanted"][];
            /**
             * Ice Servers
             * @description By which its picture reaches the station from another network; fresh with each answer.
             */
            ice_servers: components["schemas"]["IceServer"][];
        };
        /**
         * PinCredentials
         * @description Who it is on a browser that knows them already (`GET /api/session/device`).
         */
        PinCredentials: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Pin */
            pin: string;
        };
        /** Plan */
        Plan: {
            /**
             * Id
             * @description Null: the built-in ladder.
             */
            id: string | null;
            specialty: components["schemas"]["Specialty"] | null;
            /** Number */
            number: number;
            /** Steps */
            steps: components["schemas"]["PlanStep"][];
            options: components["schemas"]["PlanOptions"];
            /** Reason */
            reason: string;
            made_by: components["schemas"]["PersonRef"] | null;
            /** Made At */
            made_at: string | null;
            /**
             * Ended At
             * @description When a newer version took its place; null: it rings new cases.
             */
            ended_at: string | null;
            /**
             * Ringing
             * @description Cases that wait on it now.
             */
            ringing: number;
        };
        /** PlanList */
        PlanList: {
            hospital: components["schemas"]["FacilityRef"];
            /**
             * Plans
             * @description Those that ring new cases; a specialty that is not here has the general one.
             */
            plans: components["schemas"]["Plan"][];
            /**
             * Versions
             * @description Every version that was, the newest first.
             */
            versions: components["schemas"]["Plan"][];
            /** @description What rings where nothing was ever set. */
            built_in: components["schemas"]["Plan"];
            /**
             * Stations
             * @description Whose cases it rings today.
             */
            stations: components["schemas"]["FacilityRef"][];
            /**
             * Hospitals
             * @description What a step may name.
             */
            hospitals: components["schemas"]["FacilityRef"][];
            /**
             * May Set
             * @description Null: the general one.
             */
            may_set: (components["schemas"]["Specialty"] | null)[];
        };
        /** PlanOptions */
        PlanOptions: {
            /**
             * Skip In Call
             * @description Pass over who is in a call; never for an emergency nor at the last step.
             */
            skip_in_call: boolean;
        };
        /** PlanStep */
        PlanStep: {
            kind: components["schemas"]["StepKind"];
            /**
             * Place
             * @description `second`: the station's second hospital, by its day.
             */
            place: ("own" | "second") | string;
            wait_s: components["schemas"]["Waits"];
            /**
             * With Previous
             * @description For these it rings together with the step before it.
             */
            with_previous: components["schemas"]["Urgency"][];
        };
        /**
         * PostingView
         * @description Luân phiên: at a station in these days, and off consult duty.
         */
        PostingView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            station: components["schemas"]["FacilityRef"];
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Ends On
             * Format: date
             * @description The first day without.
             */
            ends_on: string;
            /**
             * Decided
             * @description Until its decision is signed it keeps nobody from duty.
             */
            decided: boolean;
        };
        /** Preview */
        Preview: {
            /**
             * Version
             * @description In force now; publishing makes the next.
             */
            version: number | null;
            /** From Day */
            from_day: string | null;
            /** To Day */
            to_day: string | null;
            /** Changes */
            changes: number;
            /** People */
            people: components["schemas"]["LoadChange"][];
            /** Blocking */
            blocking: components["schemas"]["BlockingView"][];
            /** Gaps */
            gaps: components["schemas"]["GapView"][];
            /** Affected */
            affected: string[];
            /** Digest */
            digest: string;
            /** Fairness */
            fairness: components["schemas"]["FairnessView"][];
        };
        /**
         * ProbeKind
         * @enum {string}
         */
        ProbeKind: "person" | "night";
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
        /** Publish */
        Publish: {
            /** Digest */
            digest: string;
            /**
             * Specialties
             * @description As the preview was asked; none named: all that the asker may plan.
             * @default []
             */
            specialties?: (components["schemas"]["Specialty"] | null)[];
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** Published */
        Published: {
            /** Version */
            version: number;
        };
        /**
         * PulseView
         * @description Small words to the browser and back, without any other load; `lost_pct` of one way.
         */
        PulseView: {
            /** Rtt Ms */
            rtt_ms: number;
            /** Jitter Ms */
            jitter_ms: number;
            /** Lost Pct */
            lost_pct: number;
        };
        /**
         * Purpose
         * @description What is asked of the patient, each apart (`domain.md` 4.4).
         * @enum {string}
         */
        Purpose: "share" | "video" | "photo" | "recording";
        /**
         * PushReceipt
         * @description A service worker says that a push arrived. It is signed in as nobody: the token in the push is its proof.
         */
        PushReceipt: {
            /** Receipt */
            receipt: string;
            /**
             * State
             * @enum {string}
             */
            state: "delivered" | "seen";
        };
        /**
         * QuestionKind
         * @enum {string}
         */
        QuestionKind: "yes_no" | "text";
        /** Reason */
        Reason: {
            /** Reason */
            reason: string;
        };
        /**
         * RecoveryCodes
         * @description Each works once instead of a second factor. Shown once.
         */
        RecoveryCodes: {
            /** Codes */
            codes: string[];
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
            /**
             * Masked
             * @description True: a restricted label hides the words from who does not treat.
             * @default false
             */
            masked: boolean;
        };
        /** RefuseDataRequest */
        RefuseDataRequest: {
            /** Reason */
            reason: string;
        };
        /** Relief */
        Relief: {
            person: components["schemas"]["PersonRef"];
            /**
             * Starts At
             * Format: date-time
             * @description Of the shift that makes them the one to ask.
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Takes Over
             * @description Their shift begins in the same place when mine ends; else they are on duty now.
             */
            takes_over: boolean;
            /** Confirmed */
            confirmed: boolean;
        };
        /**
         * ReliefList
         * @description Who could take a case over, the relief first.
         */
        ReliefList: {
            /** My Shift Ends At */
            my_shift_ends_at: string | null;
            /** People */
            people: components["schemas"]["Relief"][];
        };
        /** RemoveHoliday */
        RemoveHoliday: {
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * Replay
         * @description Who should have answered at one minute; nothing that happened later changes it.
         */
        Replay: {
            hospital: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Version */
            version: number | null;
            /**
             * Ladder Number
             * @description None: the built-in ladder.
             */
            ladder_number: number | null;
            /**
             * Lines
             * @description In calling order; who was away stands last in each tier.
             */
            lines: components["schemas"]["ReplayLine"][];
        };
        /**
         * ReplayLine
         * @description A shift of that minute as it was known then.
         */
        ReplayLine: {
            tier: components["schemas"]["Tier"];
            specialty: components["schemas"]["Specialty"] | null;
            person: components["schemas"]["PersonRef"];
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
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
            /** Confirmed At */
            confirmed_at: string | null;
            /** Armed At */
            armed_at: string | null;
            /** On Leave */
            on_leave: boolean;
            /** Posted */
            posted: boolean;
        };
        /**
         * Representative
         * @description Who speaks for a patient who cannot: one at a time, of the kinds of Law 15/2023 Art. 8.2.
         * @enum {string}
         */
        Representative: "chosen_by_patient" | "chosen_by_family" | "statutory" | "authorised" | "legal_entity" | "volunteer";
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
            /** @default unasked */
            allergy?: components["schemas"]["Allergy"];
            /**
             * Allergies
             * @default
             */
            allergies?: string;
            /**
             * Icd Code
             * @default
             */
            icd_code?: string;
            /**
             * @description What `answers` answer; null: the newest.
             * @default null
             */
            template?: components["schemas"]["TemplateRef"] | null;
            /**
             * Answers
             * @default {}
             */
            answers?: {
                [key: string]: string;
            };
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
            /** @default unasked */
            allergy: components["schemas"]["Allergy"];
            /**
             * Allergies
             * @default
             */
            allergies: string;
            /**
             * Icd Code
             * @default
             */
            icd_code: string;
            /**
             * @description What `answers` answer; null: the newest.
             * @default null
             */
            template: components["schemas"]["TemplateRef"] | null;
            /**
             * Answers
             * @default {}
             */
            answers: {
                [key: string]: string;
            };
        };
        /**
         * RequestKind
         * @enum {string}
         */
        RequestKind: "export" | "correction" | "erasure";
        /**
         * RequestState
         * @enum {string}
         */
        RequestState: "received" | "approved" | "refused" | "done";
        /** RequestTemplate */
        RequestTemplate: {
            /** Id */
            id: string;
            /** Version */
            version: number;
            case_type: components["schemas"]["CaseType"];
            specialty: components["schemas"]["Specialty"];
            title: components["schemas"]["Bilingual"];
            /** Vitals */
            vitals: components["schemas"]["NeededVital"][];
            /** Questions */
            questions: components["schemas"]["TemplateQuestion"][];
            /** Danger */
            danger: components["schemas"]["DangerSign"][];
            sheet: components["schemas"]["Sheet"];
        };
        /**
         * RequestTemplates
         * @description The newest of each kind of case, and older versions that were asked for by name.
         */
        RequestTemplates: {
            /** Templates */
            templates: components["schemas"]["RequestTemplate"][];
        };
        /**
         * ReviewList
         * @description By the day of review, the oldest first; those done, the newest first.
         */
        ReviewList: {
            /** Accesses */
            accesses: components["schemas"]["ReviewedAccess"][];
        };
        /** ReviewView */
        ReviewView: {
            verdict: components["schemas"]["Verdict"];
            /** Question */
            question: string;
            reviewed_by: components["schemas"]["PersonRef"];
            /**
             * Reviewed At
             * Format: date-time
             */
            reviewed_at: string;
            /** Explain By */
            explain_by: string | null;
            /** Explanation */
            explanation: string | null;
            /** Explained At */
            explained_at: string | null;
        };
        /**
         * ReviewedAccess
         * @description One opening, the reader's own words beside what the program knows. No content, no patient.
         */
        ReviewedAccess: {
            /**
             * Access Id
             * Format: uuid
             */
            access_id: string;
            /** Code */
            code: string;
            /**
             * Labelled
             * @description The case carries a label that hides its content.
             */
            labelled: boolean;
            person: components["schemas"]["PersonRef"];
            station: components["schemas"]["FacilityRef"];
            hospital: components["schemas"]["FacilityRef"];
            ground: components["schemas"]["Ground"];
            /** Reason */
            reason: string;
            /**
             * On Duty
             * @description Whether the roster had this person on duty when the case was opened.
             */
            on_duty: boolean;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Until At
             * Format: date-time
             */
            until_at: string;
            /**
             * Reads
             * @description How often something of the case was read through this opening.
             */
            reads: number;
            /**
             * Used Ms
             * @description From the opening to the last thing read.
             */
            used_ms: number;
            /**
             * Review On
             * Format: date
             */
            review_on: string;
            /** Overdue */
            overdue: boolean;
            review: components["schemas"]["ReviewView"] | null;
        };
        /**
         * Right
         * @description One thing a role may do at its facility.
         * @enum {string}
         */
        Right: "prepare" | "request" | "answer" | "join" | "decide" | "sign" | "print" | "see_identity" | "break_glass" | "state_purpose" | "read_log" | "export_log" | "see_totals" | "manage_people" | "read_audit" | "review_access" | "file_data_request" | "answer_data_request" | "approve_erasure" | "see_roster" | "plan_roster" | "plan_rotation" | "set_ladder" | "approve_clinical" | "set_link";
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
             * @description Who is rung next, and when, if nobody takes it.
             */
            after_me: components["schemas"]["StepAhead"][];
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
        Role: "station_doctor" | "station_assistant" | "station_nurse" | "station_head" | "specialist" | "dept_head" | "coordinator" | "hospital_manager" | "hospital_admin" | "province_viewer" | "commune_viewer" | "privacy_officer" | "interpreter";
        /** RoleTable */
        RoleTable: {
            /** Roles */
            roles: components["schemas"]["RoleView"][];
        };
        /** RoleView */
        RoleView: {
            role: components["schemas"]["Role"];
            sees: components["schemas"]["Sees"];
            /** Rights */
            rights: components["schemas"]["Right"][];
            /** At */
            at: components["schemas"]["FacilityKind"][];
            /** Needs Specialty */
            needs_specialty: boolean;
            /** Needs Doctor */
            needs_doctor: boolean;
            /**
             * Clinical
             * @description Knows who patients are.
             */
            clinical: boolean;
        };
        /** RosterPerson */
        RosterPerson: {
            person: components["schemas"]["PersonRef"];
            /** Specialties */
            specialties: components["schemas"]["Specialty"][];
            /** Tiers */
            tiers: components["schemas"]["Tier"][];
            load: components["schemas"]["LoadView"];
        };
        /** RosterShift */
        RosterShift: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** @description null: for all specialties (trực lãnh đạo). */
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
            /**
             * State
             * @description `added` and `removed` are the draft's: only who plans sees them.
             * @enum {string}
             */
            state: "published" | "added" | "removed";
            /** Confirmed */
            confirmed: boolean;
            /** Swap Pending */
            swap_pending: boolean;
            clash: components["schemas"]["Clash"] | null;
            /**
             * Made By
             * @description Who drafted it.
             */
            made_by: string | null;
            /** Made At */
            made_at: string | null;
        };
        /** RosterView */
        RosterView: {
            hospital: components["schemas"]["FacilityRef"];
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /** Days */
            days: number;
            /**
             * Version
             * @description The roster in force; null before the first.
             */
            version: number | null;
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Specialties */
            specialties: components["schemas"]["Specialty"][];
            /** People */
            people: components["schemas"]["RosterPerson"][];
            /** Shifts */
            shifts: components["schemas"]["RosterShift"][];
            /** Absences */
            absences: components["schemas"]["AbsenceView"][];
            /** Rotations */
            rotations: components["schemas"]["PostingView"][];
            /** Holidays */
            holidays: components["schemas"]["HolidayView"][];
            /** Gaps */
            gaps: components["schemas"]["GapView"][];
            /** @description null for who plans nothing here, and when there is none. */
            draft: components["schemas"]["DraftSummary"] | null;
            /** May Plan */
            may_plan: (components["schemas"]["Specialty"] | null)[];
            /** Codes */
            codes: components["schemas"]["ShiftCode"][];
            /**
             * Planners
             * @description Who wrote the draft's shifts.
             */
            planners: components["schemas"]["PersonRef"][];
        };
        /** RotationBoard */
        RotationBoard: {
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Stations */
            stations: components["schemas"]["StationRotations"][];
            /**
             * Homes
             * @description Empty: the asker plans none.
             */
            homes: components["schemas"]["Home"][];
            /** May Plan */
            may_plan: boolean;
            /**
             * Days Done
             * @description Of the rotations that run today.
             */
            days_done: number;
            /** Days Due */
            days_due: number;
            /** Days Planned */
            days_planned: number;
        };
        /** RotationCancelling */
        RotationCancelling: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * RotationClashes
         * @description What stands in the way of posting this person in these days.
         */
        RotationClashes: {
            /** @description Their other posting in these days. */
            rotation: components["schemas"]["RotationView"] | null;
            /** Shifts */
            shifts: components["schemas"]["ClashingShift"][];
        };
        /** RotationEnding */
        RotationEnding: {
            /**
             * On
             * Format: date
             * @description The first day without.
             */
            on: string;
            /** Reason */
            reason: string;
            /**
             * Decision No
             * @default
             */
            decision_no?: string;
        };
        /** RotationExtension */
        RotationExtension: {
            /**
             * Ends On
             * Format: date
             * @description The new first day without.
             */
            ends_on: string;
            /** Decision No */
            decision_no: string;
            /**
             * Cancel Shifts
             * @default false
             */
            cancel_shifts?: boolean;
        };
        /** RotationMay */
        RotationMay: {
            /** Sign */
            sign: boolean;
            /** Extend */
            extend: boolean;
            /** End */
            end: boolean;
            /** Cancel */
            cancel: boolean;
        };
        /**
         * RotationPurpose
         * @enum {string}
         */
        RotationPurpose: "expert_support" | "technique_transfer" | "staff_shortage" | "training" | "other";
        /** RotationSigning */
        RotationSigning: {
            /** Decision No */
            decision_no: string;
            /**
             * Decided On
             * Format: date
             */
            decided_on: string;
            /**
             * Cancel Shifts
             * @default false
             */
            cancel_shifts?: boolean;
        };
        /**
         * RotationState
         * @enum {string}
         */
        RotationState: "planned" | "active" | "completed" | "ended_early" | "cancelled";
        /** RotationView */
        RotationView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            person: components["schemas"]["PersonRef"];
            /**
             * Specialties
             * @description What they answer for at their hospital.
             */
            specialties: components["schemas"]["Specialty"][];
            /** @description Where they are from. */
            hospital: components["schemas"]["FacilityRef"];
            station: components["schemas"]["FacilityRef"];
            /**
             * Decision No
             * @description Empty: not signed yet; until then it gives no rights.
             */
            decision_no: string;
            /** Decided On */
            decided_on: string | null;
            /**
             * Extension No
             * @description The decision that made it longer.
             */
            extension_no: string | null;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Ends On
             * Format: date
             * @description The first day without.
             */
            ends_on: string;
            /**
             * Planned Ends On
             * Format: date
             * @description As decided; later than `ends_on` where it ended early.
             */
            planned_ends_on: string;
            purpose: components["schemas"]["RotationPurpose"];
            /** Purpose Note */
            purpose_note: string;
            /** Hours */
            hours: components["schemas"]["StationHours"][];
            state: components["schemas"]["RotationState"];
            /**
             * Days Planned
             * @description Working days, holidays taken out.
             */
            days_planned: number;
            /**
             * Days Due
             * @description Of these, before today.
             */
            days_due: number;
            /**
             * Days Done
             * @description Of those, not on leave.
             */
            days_done: number;
            /** Ends Within 14 */
            ends_within_14: boolean;
            /** End Reason */
            end_reason: string | null;
            /** End Decision No */
            end_decision_no: string | null;
            may: components["schemas"]["RotationMay"];
        };
        /**
         * Rung
         * @description How a call goes on over the link it has, best first (design §5).
         * @enum {string}
         */
        Rung: "video" | "low_video" | "voice" | "text" | "phone";
        /** RungChannel */
        RungChannel: {
            channel: components["schemas"]["Channel"];
            state: components["schemas"]["DeliveryState"];
        };
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
            /**
             * Channels
             * @description How far the ring came by each way it was sent.
             */
            channels: components["schemas"]["RungChannel"][];
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
         * SecurityView
         * @description What stands between somebody else and this account.
         */
        SecurityView: {
            /** Password Set At */
            password_set_at: string | null;
            /**
             * Min Password
             * @description The shortest new password: longer while there is no second factor.
             */
            min_password: number;
            /** Totp */
            totp: boolean;
            /** Passkeys */
            passkeys: components["schemas"]["PasskeyView"][];
            /** Recovery Left */
            recovery_left: number;
            /** Pin */
            pin: boolean;
            /** Devices */
            devices: components["schemas"]["OwnDevice"][];
            /** Sign Ins */
            sign_ins: components["schemas"]["OwnSignIn"][];
        };
        /**
         * Sees
         * @description Which consults a role opens, at the facility of its grant. A draft is the station's alone.
         * @enum {string}
         */
        Sees: "nothing" | "station_open" | "station" | "department_open" | "department" | "queue" | "hospital";
        /**
         * Session
         * @description A description of one peer connection, whole: all candidates are in it.
         */
        Session: {
            /**
             * Number
             * @description Counts the offers of this phone.
             */
            number: number;
            /** Sdp */
            sdp: string;
        };
        /**
         * SessionDevice
         * @description The browser, as the server remembers it.
         */
        SessionDevice: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Shared */
            shared: boolean;
        };
        /**
         * SessionNotice
         * @description Something this person should know of their account. `session_reused`: a sign-in was ended because its secret
         *     was shown twice, as a thief would.
         */
        SessionNotice: {
            /**
             * Code
             * @constant
             */
            code: "session_reused";
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
            /**
             * Sign In Id
             * Format: uuid
             */
            sign_in_id: string;
            user: components["schemas"]["PersonRef"];
            /** Grants */
            grants: components["schemas"]["GrantView"][];
            locked: components["schemas"]["LockView"] | null;
            device: components["schemas"]["SessionDevice"];
            /** Demo */
            demo: boolean;
            /**
             * Must Change Password
             * @description The password was set by somebody else.
             */
            must_change_password: boolean;
            /** Notices */
            notices: components["schemas"]["SessionNotice"][];
        };
        /**
         * Sex
         * @enum {string}
         */
        Sex: "male" | "female" | "unknown";
        /**
         * Shape
         * @description A line through all its points; or an arrow, from its first point to its second.
         */
        Shape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "arrow" | "line";
            /** Xy */
            xy: number[];
        };
        /**
         * Sharing
         * @description Whether the hospital may have the case: the patient's last word on it.
         * @enum {string}
         */
        Sharing: "unasked" | "given" | "emergency" | "refused" | "withdrawn";
        /**
         * Sheet
         * @description What is approved as a whole: the limits of vital signs, or one template.
         */
        Sheet: {
            /**
             * Subject
             * @description `vital_limits` or `template.<id>`.
             */
            subject: string;
            /** Version */
            version: number;
            /** Sha256 */
            sha256: string;
            /**
             * Made On
             * Format: date
             */
            made_on: string;
            /**
             * Approvals
             * @description That hold now; empty: “chưa được duyệt chuyên môn”.
             */
            approvals: components["schemas"]["ApprovalLine"][];
        };
        /**
         * SheetFault
         * @description One thing that keeps a file from being taken.
         */
        SheetFault: {
            /**
             * Sheet
             * @description The sheet's own name; empty where the file itself is at fault.
             */
            sheet: string;
            /**
             * Cell
             * @description Such as “C7”; null where no one cell is at fault.
             */
            cell: string | null;
            code: components["schemas"]["FaultCode"];
            /**
             * Params
             * @description `text` is what the cell says, cut short.
             */
            params: {
                [key: string]: string | number;
            };
        };
        /**
         * Sheets
         * @description All that can be approved, and at which hospitals the one who asks may.
         */
        Sheets: {
            limits: components["schemas"]["VitalLimits"];
            /** Templates */
            templates: components["schemas"]["RequestTemplate"][];
            /** Mine */
            mine: components["schemas"]["FacilityRef"][];
        };
        /**
         * ShiftChecks
         * @description How the silent test of “Vào ca trực” went, by channel. It is over 20 s after it began.
         */
        ShiftChecks: {
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
            /** Checks */
            checks: components["schemas"]["ChannelCheck"][];
            /**
             * Running
             * @description Some channel has not answered yet and still may.
             */
            running: boolean;
        };
        /**
         * ShiftCode
         * @description What a letter of the matrix stands for at this hospital.
         */
        ShiftCode: {
            /**
             * Code
             * @enum {string}
             */
            code: "N" | "Đ" | "24";
            /**
             * Starts
             * Format: time
             * @description Local.
             */
            starts: string;
            /** Hours */
            hours: number;
        };
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
            /**
             * Oidc
             * @description Whose sign-in may be used instead, by its name.
             * @default null
             */
            oidc: string | null;
            /**
             * Passkeys
             * @default true
             */
            passkeys: boolean;
        };
        /** Situation */
        Situation: {
            station: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            urgency: components["schemas"]["Urgency"];
        };
        /**
         * Skip
         * @description Why a shift was not put down.
         * @enum {string}
         */
        Skip: "leave" | "rotation" | "overlap" | "filled" | "past" | "gone";
        /** SkippedView */
        SkippedView: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            reason: components["schemas"]["Skip"];
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
         * Source
         * @description What gives a grant.
         * @enum {string}
         */
        Source: "employment" | "rotation" | "temporary";
        /**
         * Specialty
         * @enum {string}
         */
        Specialty: "emergency" | "internal" | "surgery" | "obstetrics" | "paediatrics" | "dermatology";
        /** SpecialtyWall */
        SpecialtyWall: {
            specialty: components["schemas"]["Specialty"];
            /** May Plan */
            may_plan: boolean;
            /** Halves */
            halves: components["schemas"]["HalfView"][];
        };
        /**
         * State
         * @enum {string}
         */
        "State-Input": "draft" | "waiting" | "returned" | "accepted" | "scheduled" | "concluded" | "transferred" | "closed" | "cancelled" | "expired";
        /** StationAssignments */
        StationAssignments: {
            station: components["schemas"]["FacilityRef"];
            /** Assignments */
            assignments: components["schemas"]["AssignmentView"][];
        };
        /**
         * StationHours
         * @description Hours registered at the station, each week.
         */
        StationHours: {
            /**
             * Weekday
             * @description 1 is Monday.
             */
            weekday: number;
            /**
             * Opens
             * @description Local, such as 07:00.
             */
            opens: string;
            /**
             * Closes
             * @description Local, such as 07:00.
             */
            closes: string;
        };
        /** StationRotations */
        StationRotations: {
            station: components["schemas"]["FacilityRef"];
            /** @description That supports it today. */
            hospital: components["schemas"]["FacilityRef"] | null;
            /** Rotations */
            rotations: components["schemas"]["RotationView"][];
            /**
             * Posted
             * @description Somebody is there today.
             */
            posted: boolean;
            /**
             * Without Since
             * @description None: somebody is there today, or nobody ever was.
             */
            without_since: string | null;
            /**
             * Next On
             * @description When the next signed one begins.
             */
            next_on: string | null;
        };
        /**
         * Status
         * @enum {string}
         */
        Status: "active" | "rotating" | "invited" | "invitation_expired" | "uninvited" | "disabled";
        /** StepAhead */
        StepAhead: {
            kind: components["schemas"]["StepKind"];
            /** @description Where it is another than the one that was asked. */
            hospital: components["schemas"]["FacilityRef"] | null;
            /**
             * Starts At
             * @description If nobody takes it before; null once the case moved on.
             */
            starts_at: string | null;
        };
        /**
         * StepKind
         * @description One rung of the ladder: whom it rings.
         * @enum {string}
         */
        StepKind: "first" | "second" | "specialty" | "head" | "leader";
        /**
         * StretchView
         * @description Hours in which one thing holds.
         */
        StretchView: {
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
            state: components["schemas"]["CoverState"];
            person: components["schemas"]["PersonRef"] | null;
            /** Shift Id */
            shift_id: string | null;
            /** Confirmed At */
            confirmed_at: string | null;
        };
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
         * SubscriptionView
         * @description A browser of the one who asks that can be woken. Its address is never told again.
         */
        SubscriptionView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Worked At
             * @description When its push service last took something for it.
             */
            worked_at: string | null;
        };
        /**
         * SwapAgainst
         * @description Why somebody cannot work a shift.
         * @enum {string}
         */
        SwapAgainst: "unfit" | "leave" | "rotation" | "overlap" | "gone" | "begun";
        /** SwapAnswer */
        SwapAnswer: {
            /** Agree */
            agree: boolean;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** SwapJudgement */
        SwapJudgement: {
            /** Approve */
            approve: boolean;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * SwapList
         * @description The asker's own, and those of the specialties they plan; the open ones and those of the last 30 days.
         */
        SwapList: {
            /** Swaps */
            swaps: components["schemas"]["SwapView"][];
        };
        /**
         * SwapMay
         * @description What the asker may do with it now.
         */
        SwapMay: {
            /** Answer */
            answer: boolean;
            /** Withdraw */
            withdraw: boolean;
            /** Judge */
            judge: boolean;
            /** Undo */
            undo: boolean;
        };
        /**
         * SwapShift
         * @description One of the two shifts, with the person who has it before the swap.
         */
        SwapShift: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
        };
        /**
         * SwapState
         * @enum {string}
         */
        SwapState: "proposed" | "agreed" | "refused" | "withdrawn" | "applied" | "rejected" | "undone";
        /** SwapUndoing */
        SwapUndoing: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** SwapView */
        SwapView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            hospital: components["schemas"]["FacilityRef"];
            give: components["schemas"]["SwapShift"];
            /** @description None: the other takes the shift over and gives nothing back. */
            take: components["schemas"]["SwapShift"] | null;
            proposed_by: components["schemas"]["PersonRef"];
            proposed_to: components["schemas"]["PersonRef"];
            state: components["schemas"]["SwapState"];
            /**
             * Lapsed
             * @description Still open, but one of the shifts has begun, or is not what it was.
             */
            lapsed: boolean;
            /** Reason */
            reason: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Answered At */
            answered_at: string | null;
            /** Answer Reason */
            answer_reason: string;
            judged_by: components["schemas"]["PersonRef"] | null;
            /** Judged At */
            judged_at: string | null;
            /** Judged Reason */
            judged_reason: string;
            /**
             * Version
             * @description The roster version that applied it.
             */
            version: number | null;
            undone_by: components["schemas"]["PersonRef"] | null;
            /** Undone At */
            undone_at: string | null;
            /** Undone Reason */
            undone_reason: string;
            /**
             * Against
             * @description What would refuse it if it were approved now.
             */
            against: components["schemas"]["SwapAgainst"][];
            may: components["schemas"]["SwapMay"];
        };
        /**
         * TakeStill
         * @description What is to be seen in it, for the phone's screen.
         */
        TakeStill: {
            /**
             * Caption
             * @default
             */
            caption?: string;
            /**
             * Asked By
             * @default null
             */
            asked_by?: string | null;
        };
        /**
         * TakenPart
         * @description Somebody else stands in for a part of a shift, or for what is left of it; the rest stays as it was.
         */
        TakenPart: {
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
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
            /**
             * Id
             * Format: uuid
             * @description Of the new shift.
             */
            id: string;
            /**
             * Person Id
             * @description null: nobody does.
             */
            person_id: string | null;
        };
        /** TemplateQuestion */
        TemplateQuestion: {
            /** Id */
            id: string;
            kind: components["schemas"]["QuestionKind"];
            /**
             * Flag
             * @description The answer that speaks for `stat`.
             */
            flag: string | null;
            text: components["schemas"]["Bilingual"];
        };
        /** TemplateRef */
        TemplateRef: {
            /** Id */
            id: string;
            /** Version */
            version: number;
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
            /** Verdicts */
            verdicts: components["schemas"]["CallVerdict"][];
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
        /** Tonight */
        Tonight: {
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
            /**
             * Confirming From
             * Format: date-time
             * @description Before this nobody need have confirmed: names are spoken of.
             */
            confirming_from: string;
            answer: components["schemas"]["TonightAnswer"];
            /** Confirmed */
            confirmed: number;
            /** Unconfirmed */
            unconfirmed: number;
            /** Backup */
            backup: number;
            /**
             * Empty
             * @description Unpublished ones too.
             */
            empty: number;
            /**
             * Lines
             * @description Worst first.
             */
            lines: components["schemas"]["TonightLine"][];
        };
        /**
         * TonightAnswer
         * @description “Đêm nay có ai trả lời không?”
         * @enum {string}
         */
        TonightAnswer: "yes" | "named" | "no";
        /**
         * TonightLine
         * @description One specialty of one hospital; the worst of its hours is its status.
         */
        TonightLine: {
            hospital: components["schemas"]["FacilityRef"];
            specialty: components["schemas"]["Specialty"];
            status: components["schemas"]["CoverState"];
            /**
             * Late Ms
             * @description How long ago the person should have said they are there.
             */
            late_ms: number | null;
            /** @description First tier, now; before tonight begins, the first of it. */
            person: components["schemas"]["PersonRef"] | null;
            /** Shift Id */
            shift_id: string | null;
            /** Confirmed At */
            confirmed_at: string | null;
            /**
             * Armed At
             * @description Since when the backup is rung together with this person.
             */
            armed_at: string | null;
            /**
             * Checks
             * @description Of the test ring of “Vào ca trực”.
             */
            checks: components["schemas"]["ChannelCheck"][];
            /** Next */
            next: components["schemas"]["NextAnswer"][];
            /**
             * Parts
             * @description What is left of tonight, where it changes.
             */
            parts: components["schemas"]["StretchView"][];
            /** May Plan */
            may_plan: boolean;
        };
        /**
         * Totals
         * @description Counts over consults that were sent, by the local day of sending. No person and no illness is in them.
         */
        Totals: {
            /**
             * Scope
             * @enum {string}
             */
            scope: "province" | "hospital" | "commune";
            /**
             * From Date
             * Format: date
             */
            from_date: string;
            /**
             * To Date
             * Format: date
             */
            to_date: string;
            whole: components["schemas"]["Counts"];
            /** Stations */
            stations: components["schemas"]["FacilityTotals"][];
            /** Hospitals */
            hospitals: components["schemas"]["FacilityTotals"][];
            /** Months */
            months: components["schemas"]["MonthTotals"][];
        };
        /** TotpCode */
        TotpCode: {
            /** Code */
            code: string;
        };
        /**
         * TotpSecret
         * @description Shown once; nothing is asked of it before `confirm`.
         */
        TotpSecret: {
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
            /**
             * Qr Svg
             * @description The same as a picture: an SVG document, dark modules alone.
             */
            qr_svg: string;
        };
        /**
         * TransferReason
         * @description TT 01/2025 App. VI, “Lí do chuyển”.
         * @enum {string}
         */
        TransferReason: "fits_rules" | "beyond_ability" | "patient_wish";
        /**
         * Trial
         * @description The plan in many situations of the coming days.
         */
        Trial: {
            /** Situations */
            situations: number;
            /**
             * Answered
             * @description In which somebody is rung.
             */
            answered: number;
            /**
             * Straight To Second
             * @description Of them, those whose first step is passed over at once.
             */
            straight_to_second: number;
            /** Passed Over */
            passed_over: components["schemas"]["Situation"][];
            /** Unanswered */
            unanswered: components["schemas"]["Situation"][];
        };
        /** TrialCommand */
        TrialCommand: {
            /** @default null */
            specialty?: components["schemas"]["Specialty"] | null;
            plan: components["schemas"]["DraftPlan"];
        };
        /**
         * Turn
         * @enum {string}
         */
        Turn: "shift" | "week";
        /**
         * Unlocking
         * @description Either the PIN, or the password (with a code where this browser no longer remembers the second factor).
         */
        Unlocking: {
            /**
             * Pin
             * @default null
             */
            pin?: string | null;
            /**
             * Password
             * @default null
             */
            password?: string | null;
            /**
             * Code
             * @default null
             */
            code?: string | null;
        };
        /**
         * Urgency
         * @description How soon: life threat now, same day, planned (design §2, domain 4.1).
         * @enum {string}
         */
        Urgency: "stat" | "urgent" | "routine";
        /**
         * UsualHours
         * @description From one local hour of the day until another. A picture usually does not fit then.
         */
        UsualHours: {
            /** From Hour */
            from_hour: number;
            /** Until Hour */
            until_hour: number;
            rung: components["schemas"]["Rung"];
        };
        /**
         * Verdict
         * @enum {string}
         */
        Verdict: "justified" | "explain";
        /**
         * VersionKind
         * @enum {string}
         */
        VersionKind: "publish" | "override" | "swap" | "undo";
        /** VersionList */
        VersionList: {
            /**
             * Versions
             * @description The newest first, 50 at most.
             */
            versions: components["schemas"]["VersionView"][];
        };
        /** VersionView */
        VersionView: {
            /** Number */
            number: number;
            kind: components["schemas"]["VersionKind"];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            made_by: components["schemas"]["PersonRef"] | null;
            /** Reason */
            reason: string;
            /** Added */
            added: number;
            /** Ended */
            ended: number;
        };
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
            sheet: components["schemas"]["Sheet"];
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
         * Waits
         * @description How long the step rings before the next one does, in seconds; null: for this urgency it is not there.
         */
        Waits: {
            /** Stat */
            stat: number | null;
            /** Urgent */
            urgent: number | null;
            /**
             * Routine
             * @description Working time.
             */
            routine: number | null;
        };
        /**
         * Wanted
         * @description A picture this phone is to take now, under this id.
         */
        Wanted: {
            /**
             * Still Id
             * Format: uuid
             */
            still_id: string;
            /** Caption */
            caption: string;
            /** Asked By */
            asked_by: string | null;
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
         * Words
         * @description One line of words that begins at a point.
         */
        Words: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "text";
            /** Xy */
            xy: number[];
            /** Text */
            text: string;
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
    sign_in_with_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinCredentials"];
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
    get_session_device: {
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
                    "application/json": components["schemas"]["DeviceView"];
                };
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
    lock_session: {
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
    unlock_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unlocking"];
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
    sign_out_everywhere: {
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
    get_security: {
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
                    "application/json": components["schemas"]["SecurityView"];
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
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
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
    set_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPin"];
            };
        };
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
    remove_pin: {
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
    begin_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
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
    confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
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
    remove_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
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
    passkey_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
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
    add_passkey: {
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
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyAdded"];
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
    remove_passkey: {
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
    make_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
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
    revoke_device: {
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
    end_sign_in: {
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
    passkey_sign_in_options: {
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
                    "application/json": components["schemas"]["PasskeyOptions"];
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
    sign_in_with_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
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
    open_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
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
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAnswer"];
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
    begin_oidc: {
        parameters: {
            query?: {
                shared?: boolean;
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
            /** @description Too Many Requests */
            429: {
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
    finish_oidc: {
        parameters: {
            query?: never;
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
            /** @description Forbidden */
            403: {
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
    search_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
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
    get_person: {
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
                    "application/json": components["schemas"]["PersonDetail"];
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
    put_person: {
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
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
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
    change_person: {
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
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
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
    invite_person: {
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
                    "application/json": components["schemas"]["InvitationLink"];
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
    disable_person: {
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
                "application/json": components["schemas"]["DisableCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
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
    enable_person: {
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
                    "application/json": components["schemas"]["PersonDetail"];
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
    reset_second_factor: {
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
                    "application/json": components["schemas"]["PersonDetail"];
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
    sign_out_person: {
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
                    "application/json": components["schemas"]["PersonDetail"];
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
    put_grant: {
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
                "application/json": components["schemas"]["NewGrant"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
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
    end_grant: {
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
                "application/json": components["schemas"]["EndGrant"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
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
    list_roles: {
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
                    "application/json": components["schemas"]["RoleTable"];
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
    administered_facilities: {
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
                    "application/json": components["schemas"]["FacilityAccount"];
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
    get_facility: {
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
                    "application/json": components["schemas"]["FacilityView"];
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
    put_facility: {
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
                "application/json": components["schemas"]["NewFacility"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityView"];
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
    change_facility: {
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
                "application/json": components["schemas"]["FacilityChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityView"];
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
    list_assignments: {
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
                    "application/json": components["schemas"]["AssignmentList"];
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
    put_assignment: {
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
                "application/json": components["schemas"]["NewAssignment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentList"];
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
    withdraw_assignment: {
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
                    "application/json": components["schemas"]["AssignmentList"];
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
    end_assignment: {
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
                "application/json": components["schemas"]["AssignmentEnding"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentList"];
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
    list_holidays: {
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
                    "application/json": components["schemas"]["HolidayList"];
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
    set_holiday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Holiday"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayList"];
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
    remove_holiday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveHoliday"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayList"];
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
    get_roster_xlsx: {
        parameters: {
            query: {
                from_day: string;
                days?: number;
                draft?: boolean;
            };
            header?: never;
            path: {
                hospital_id: string;
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
    get_roster_template: {
        parameters: {
            query: {
                from_day: string;
                days?: number;
                draft?: boolean;
            };
            header?: never;
            path: {
                hospital_id: string;
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
    get_roster_sheet: {
        parameters: {
            query: {
                from_day: string;
                days?: number;
            };
            header?: never;
            path: {
                hospital_id: string;
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
    import_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
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
    list_calendar_links: {
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
                    "application/json": components["schemas"]["CalendarLinkList"];
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
    put_calendar_link: {
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
                "application/json": components["schemas"]["NewCalendarLink"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkMade"];
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
    revoke_calendar_link: {
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
                    "application/json": components["schemas"]["CalendarLinkList"];
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
    read_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
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
    get_roster: {
        parameters: {
            query: {
                from_day: string;
                days?: number;
            };
            header?: never;
            path: {
                hospital_id: string;
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
                    "application/json": components["schemas"]["RosterView"];
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
    list_candidates: {
        parameters: {
            query: {
                specialty?: components["schemas"]["Specialty"] | null;
                tier?: components["schemas"]["Tier"];
                starts_at: string;
                ends_at: string;
            };
            header?: never;
            path: {
                hospital_id: string;
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
                    "application/json": components["schemas"]["CandidateList"];
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
    list_roster_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
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
                    "application/json": components["schemas"]["VersionList"];
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
    change_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
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
    copy_week: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyWeek"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filled"];
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
    generate_shifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Generate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filled"];
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
    discard_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Discard"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
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
    preview_draft: {
        parameters: {
            query?: {
                specialties?: (components["schemas"]["Specialty"] | "leaders")[];
            };
            header?: never;
            path: {
                hospital_id: string;
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
                    "application/json": components["schemas"]["Preview"];
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
    publish_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
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
    override_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Override"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
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
    list_patterns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
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
                    "application/json": components["schemas"]["PatternList"];
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
    put_pattern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                pattern_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPattern"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternList"];
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
    retire_pattern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                pattern_id: string;
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
                    "application/json": components["schemas"]["PatternList"];
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
    put_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceAnswer"];
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
    withdraw_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence_id: string;
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
                    "application/json": components["schemas"]["AbsenceAnswer"];
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
    coming_shifts: {
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
                    "application/json": components["schemas"]["ComingShifts"];
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
    shift_partners: {
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
                    "application/json": components["schemas"]["Partners"];
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
    list_swaps: {
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
                    "application/json": components["schemas"]["SwapList"];
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
    put_swap: {
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
                "application/json": components["schemas"]["NewSwap"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapView"];
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
    answer_swap: {
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
                "application/json": components["schemas"]["SwapAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapView"];
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
    judge_swap: {
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
                "application/json": components["schemas"]["SwapJudgement"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapView"];
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
    withdraw_swap: {
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
                    "application/json": components["schemas"]["SwapView"];
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
    undo_swap: {
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
                "application/json": components["schemas"]["SwapUndoing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapView"];
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
    rotation_board: {
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
                    "application/json": components["schemas"]["RotationBoard"];
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
    rotation_clashes: {
        parameters: {
            query: {
                person_id: string;
                hospital_id: string;
                starts_on: string;
                ends_on: string;
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
                    "application/json": components["schemas"]["RotationClashes"];
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
    put_rotation: {
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
                "application/json": components["schemas"]["NewRotation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationView"];
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
    sign_rotation: {
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
                "application/json": components["schemas"]["RotationSigning"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationView"];
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
    extend_rotation: {
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
                "application/json": components["schemas"]["RotationExtension"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationView"];
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
    end_rotation: {
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
                "application/json": components["schemas"]["RotationEnding"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationView"];
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
    cancel_rotation: {
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
                "application/json": components["schemas"]["RotationCancelling"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotationView"];
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
    end_practice: {
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
    put_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentWord"];
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
    consent_texts: {
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
                    "application/json": components["schemas"]["ConsentTexts"];
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
    get_ladders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
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
                    "application/json": components["schemas"]["PlanList"];
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
    put_ladder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
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
    dry_run_ladder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
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
    try_ladder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hospital_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
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
    list_reliefs: {
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
                    "application/json": components["schemas"]["ReliefList"];
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
    put_handover: {
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
                "application/json": components["schemas"]["NewHandover"];
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
    take_handover: {
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
                "application/json": components["schemas"]["HandoverAnswer"];
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
    refuse_handover: {
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
                "application/json": components["schemas"]["HandoverAnswer"];
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
    withdraw_handover: {
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
    put_phone_advice: {
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
                "application/json": components["schemas"]["NewPhoneAdvice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneAdviceView"];
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
    list_phone_advices: {
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
                    "application/json": components["schemas"]["PhoneAdviceList"];
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
    request_templates: {
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
                    "application/json": components["schemas"]["RequestTemplates"];
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
    list_approvals: {
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
                    "application/json": components["schemas"]["Sheets"];
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
    put_approval: {
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
                "application/json": components["schemas"]["NewApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sheets"];
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
    put_identity_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                check_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIdentityCheck"];
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
    consults_of_patient: {
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
    search_icd: {
        parameters: {
            query: {
                q: string;
                on?: string | null;
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
                    "application/json": components["schemas"]["IcdFound"];
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
    list_ice_servers: {
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
                    "application/json": components["schemas"]["IceServers"];
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
    put_line_probe: {
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
                "application/json": components["schemas"]["NewLineProbe"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineProbeView"];
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
    list_line_probes: {
        parameters: {
            query: {
                facility_id: string;
                kind?: components["schemas"]["ProbeKind"] | null;
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
                    "application/json": components["schemas"]["LineProbes"];
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
    list_links: {
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
                    "application/json": components["schemas"]["LinkList"];
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
    get_link: {
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
                    "application/json": components["schemas"]["LinkPassport"];
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
    change_link: {
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
                "application/json": components["schemas"]["LinkChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPassport"];
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
    push_key: {
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
                    "application/json": components["schemas"]["OwnReach"];
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
    put_push_subscription: {
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
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReach"];
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
    delete_push_subscription: {
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
                    "application/json": components["schemas"]["OwnReach"];
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
    push_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushReceipt"];
            };
        };
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
    gateway_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
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
    delivery_seen: {
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
    shift_checks: {
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
                    "application/json": components["schemas"]["ShiftChecks"];
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
    check_shift_again: {
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
                    "application/json": components["schemas"]["ShiftChecks"];
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
    list_notices: {
        parameters: {
            query?: {
                before?: string | null;
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
                    "application/json": components["schemas"]["NoticeList"];
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
    notices_seen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticesSeen"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeList"];
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
    get_patient_history: {
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
                    "application/json": components["schemas"]["PatientHistory"];
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
    ask_still: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                still_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskStill"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
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
    put_file: {
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
                "application/json": components["schemas"]["NewFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
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
    discard_file: {
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
                    "application/json": components["schemas"]["FileView"];
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
    upload_offset: {
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Precondition Failed */
            412: {
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
    upload_piece: {
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
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description A document or a stream */
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
            /** @description Precondition Failed */
            412: {
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
    list_files: {
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
                    "application/json": components["schemas"]["FileList"];
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
    get_file: {
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
    put_drawing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                drawing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDrawing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView"];
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
    put_second_camera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                camera_id: string;
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
                    "application/json": components["schemas"]["CameraCode"];
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
    list_second_cameras: {
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
                    "application/json": components["schemas"]["CameraList"];
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
    answer_second_camera: {
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
                "application/json": components["schemas"]["Session"];
            };
        };
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
    take_by_second_camera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                still_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeStill"];
            };
        };
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
    end_second_camera: {
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
    enter_as_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameraEntry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneView"];
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
    phone_news: {
        parameters: {
            query?: {
                turn?: number;
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
                    "application/json": components["schemas"]["PhoneView"];
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
    offer_as_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Session"];
            };
        };
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
    leave_as_phone: {
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
    put_phone_file: {
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
                "application/json": components["schemas"]["NewPicture"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
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
    phone_upload_offset: {
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Precondition Failed */
            412: {
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
    phone_upload_piece: {
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
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description A document or a stream */
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
            /** @description Precondition Failed */
            412: {
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
    get_audit: {
        parameters: {
            query?: {
                from_date?: string | null;
                to_date?: string | null;
                person_id?: string | null;
                facility_id?: string | null;
                consult_id?: string | null;
                code?: string | null;
                kind?: ("read" | "take" | "write" | "session" | "refused") | null;
                action?: string | null;
                outcome?: string | null;
                because?: string | null;
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
                    "application/json": components["schemas"]["AuditPage"];
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
    get_audit_jsonl: {
        parameters: {
            query?: {
                from_date?: string | null;
                to_date?: string | null;
                person_id?: string | null;
                facility_id?: string | null;
                consult_id?: string | null;
                code?: string | null;
                kind?: ("read" | "take" | "write" | "session" | "refused") | null;
                action?: string | null;
                outcome?: string | null;
                because?: string | null;
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
    get_audit_people: {
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
                    "application/json": components["schemas"]["AuditPeople"];
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
    get_audit_chain: {
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
                    "application/json": components["schemas"]["ChainView"];
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
    check_audit_chain: {
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
                    "application/json": components["schemas"]["ChainView"];
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
    stop_checking_audit_chain: {
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
                    "application/json": components["schemas"]["ChainView"];
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
    get_audit_heads: {
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
                    "application/json": components["schemas"]["HeadList"];
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
    get_coverage: {
        parameters: {
            query?: {
                from_day?: string | null;
                days?: number;
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
                    "application/json": components["schemas"]["Coverage"];
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
    replay_duty: {
        parameters: {
            query: {
                hospital_id: string;
                specialty: components["schemas"]["Specialty"];
                at: string;
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
                    "application/json": components["schemas"]["Replay"];
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
    nudge_head: {
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
                "application/json": components["schemas"]["NewNudge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nudged"];
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
    put_access: {
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
                "application/json": components["schemas"]["NewAccess"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
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
    list_accesses: {
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
                    "application/json": components["schemas"]["AccessList"];
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
    end_access: {
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
                    "application/json": components["schemas"]["AccessList"];
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
    list_access_reviews: {
        parameters: {
            query?: {
                state?: "open" | "done";
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
                    "application/json": components["schemas"]["ReviewList"];
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
    review_access: {
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
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedAccess"];
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
    explain_access: {
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
                "application/json": components["schemas"]["Explanation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessList"];
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
    put_data_request: {
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
                "application/json": components["schemas"]["NewDataRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequestView"];
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
    list_data_requests: {
        parameters: {
            query?: {
                state?: "open" | "done";
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
                    "application/json": components["schemas"]["DataRequestList"];
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
    approve_data_request: {
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
                    "application/json": components["schemas"]["DataRequestView"];
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
    refuse_data_request: {
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
                "application/json": components["schemas"]["RefuseDataRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequestView"];
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
    finish_data_request: {
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
                "application/json": components["schemas"]["DoneDataRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequestView"];
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
    export_patient: {
        parameters: {
            query: {
                request: string;
            };
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
    erase_patient: {
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
                "application/json": components["schemas"]["ErasePatient"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedPatient"];
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
    get_totals: {
        parameters: {
            query: {
                from_date: string;
                to_date: string;
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
                    "application/json": components["schemas"]["Totals"];
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
}

// Made from the API's own OpenAPI document by `npm run client:generate`; not edited by hand.

export interface paths {
    "/api/v1/audit/as-of/{kind}/{subject}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subscription, order, invoice, entitlement or dashboard as it was at an instant
         * @description `as_of`: what had happened by then. `known_at`: of that, what had been told by that instant. An entitlement and a dashboard are named by their account; `dashboard/all/` is everybody’s.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/consistency/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that the log of `to` events begins with the log of `from` events
         * @description The proof that the log of `to` events begins with the log of `from` events.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["getConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/disputes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List disputes
         * @description List disputes.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["listDisputes"];
        put?: never;
        /**
         * Dispute an invoice, or a part of it
         * @description What was paid can be disputed, of an unpaid invoice what is due; all of it where `amount` is left out. It suspends dunning. A card network’s disputes come by its webhook.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `invoices`.
         */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/disputes/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dispute
         * @description One dispute.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/disputes/{id}/bundle/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The evidence as one ZIP that anybody can verify offline
         * @description The evidence as one ZIP that anybody can verify offline.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getEvidenceBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/disputes/{id}/bundle/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to the evidence of a dispute
         * @description For people, who follow it without a token: it opens for 15 minutes, that one file only, and no longer than the token that it was made with.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        post: operations["linkEvidenceBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/disputes/{id}/evidence/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the evidence together; with `submit`, hand it to the card network
         * @description Made anew each time. A card network takes evidence once; check the bundle before you submit.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["prepareEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/disputes/{id}/settle/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle a dispute: `won` changes nothing, `lost` gives the money back, `credited` issues a credit note
         * @description A card network’s dispute is decided by the network; it can only be `credited` here, which gives it up there.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["settleDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of events, by position
         * @description Narrowed by stream, type, account or correlation. `type=ReadAccessRecorded` tells who read invoices, bundles and exports.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/invoices/{id}/explain/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every line with its rule and steps, computed anew from the events, and the chain of causes of each
         * @description Every line with its rule and steps, computed anew from the events, and the chain of causes of each.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["explainInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/invoices/{id}/replay/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice rebuilt from its events alone, beside what is stored
         * @description The invoice rebuilt from its events alone, beside what is stored.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["replayInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys of the log, the first one first, with the handovers between them
         * @description The public keys of the log, the first one first, with the handovers between them.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/proofs/{event}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that an event stands in the log, with the text that its leaf is the hash of
         * @description RFC 6962: the leaf hash is SHA-256 over a zero byte and `leaf`. Names and addresses in it stay sealed.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["getProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/replay/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A read model, or one thing, rebuilt from events alone, beside the live one
         * @description With `as_of`, `known_at` or `position` it is rebuilt as it was, and the differences are what has changed since. `kind` and `id` replay one subscription, order or invoice, or what each version of a report showed.
         *
         *     For admin; needs the scope `read`.
         */
        post: operations["replayReadModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/streams/{stream}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream with its state before and after each event
         * @description `after` is a revision plus one: the `next_after` of the page before.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["getStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/subjects/{kind}/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a person was erased, and what is kept
         * @description Whether a person was erased, and what is kept.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["getSubject"];
        put?: never;
        post?: never;
        /**
         * Erase a person: their keys are deleted, their addresses wherever they stand among them
         * @description An `account` is erased with the recipients of its reports and its members; its users are persons of their own. The answer says what is kept, why, and until when. It cannot be undone.
         *
         *     For admin; needs the scope `write`.
         */
        delete: operations["eraseSubject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/tree-head/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed head of the log as it is now: keep it
         * @description Whoever keeps a head can show later that nothing it covers was changed, dropped, inserted or moved.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["getTreeHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute every leaf anew from the stored bytes, and the roots of heads that you kept
         * @description Reads the whole log; for a long one the command line is the better place.
         *
         *     For admin; needs the scope `read`.
         */
        post: operations["verifyLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tokens, without their secrets
         * @description Tokens, without their secrets.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Issue a token
         * @description The token itself is in this answer and nowhere else. Roles `agency` and `client` need an account, `account_manager` a user.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token at once
         * @description Revoke a token at once.
         *
         *     For admin; needs the scope `write`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/balance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an account owes, and what it has as credit
         * @description What an account owes, and what it has as credit.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getAccountBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/billing-details/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom an account’s invoices are made out to
         * @description What was not given is null: then invoices have the name and the address of the account. What was erased reads `[erased]`.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getBillingDetails"];
        /**
         * Say whom an account’s invoices are made out to
         * @description The details are replaced as a whole and stand on every invoice that is issued from then on; one that was issued stays as it is. `email` is printed, mail goes where it went.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `invoices`.
         */
        put: operations["setBillingDetails"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/entitlements/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an account has of every feature, and its overrides
         * @description What an account has of every feature, and its overrides.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["getEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/entitlements/{feature}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give an account another level of a feature than its plan has
         * @description Give an account another level of a feature than its plan has.
         *
         *     For admin; needs the scope `write`.
         */
        put: operations["overrideEntitlement"];
        post?: never;
        /**
         * Take an override back: the plan’s level holds again
         * @description Take an override back: the plan’s level holds again.
         *
         *     For admin; needs the scope `write`.
         */
        delete: operations["removeEntitlementOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/entitlements/move/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an account to the present version of its plan
         * @description Move an account to the present version of its plan.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["moveToCurrentPlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/next-invoice/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The account’s next invoice, and what it would be with another tax rate; nothing is changed
         * @description Without a `tax_rate` both are as things stand now.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        post: operations["previewAccountInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/payment-methods/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an account pays
         * @description How an account pays.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `buy`.
         */
        get: operations["listPaymentMethods"];
        put?: never;
        /**
         * Save a way to pay
         * @description A card is entered in the customer’s browser with the `client_secret` that is answered. `manual` is for admins. In a sandbox `test_card` proves or fails a card at once.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `buy`.
         */
        post: operations["addPaymentMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/payment-methods/{method_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a way to pay
         * @description Forget a way to pay.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `buy`.
         */
        delete: operations["removePaymentMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/accounts/{id}/tax-rate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the tax rate of an account, in percent; it holds from the next invoice on
         * @description Set the tax rate of an account, in percent; it holds from the next invoice on.
         *
         *     For admin; needs the scope `write`.
         */
        put: operations["setTaxRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/add-ons/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be bought on top of a plan, and by which plans
         * @description What can be bought on top of a plan, and by which plans.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`. A member of an account needs the right `buy`.
         */
        get: operations["listAddOns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/add-ons/backlink-package/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy: backlink package
         * @description Prepaid: its invoice is charged at once, and void if it is not paid within 24 hours.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `buy`.
         */
        post: operations["buyBacklinkPackage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/add-ons/indexing-boost/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy: indexing boost
         * @description Prepaid: its invoice is charged at once, and void if it is not paid within 24 hours.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `buy`.
         */
        post: operations["buyIndexingBoost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/add-ons/managed-service/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy: managed service
         * @description Billed in arrears: it begins once a payment method is proven. Not for PayPal.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `buy`.
         */
        post: operations["buyManagedService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/add-ons/purchases/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purchases of add-ons
         * @description Purchases of add-ons.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `buy`.
         */
        get: operations["listPurchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/add-ons/purchases/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One purchase: what is still to be done, or what came of it
         * @description One purchase: what is still to be done, or what came of it.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `buy`.
         */
        get: operations["getPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/credits/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indexing credits: the balance and every change of it
         * @description Indexing credits: the balance and every change of it.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listIndexingCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/features/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an account may do, feature by feature, and why
         * @description What an account may do, feature by feature, and why.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["listFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/features/check/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 100 checks at once
         * @description Up to 100 checks at once.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        post: operations["checkFeatures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/features/check/{feature}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May the account use this feature at this level? The question is an event before it is answered
         * @description Without `required_level` the lowest level above none is asked for. Levels in a query are written as `post_page`, `5`, `true`.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["checkFeature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/features/usage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of feature checks, by position
         * @description A day as `from` or `to` is the whole day in the billing time zone; a timestamp as `to` is left out.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listFeatureUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/features/usage/report/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Per week, plan, feature and level: checks, refusals, accounts refused and the plan they would have needed
         * @description Per week, plan, feature and level: checks, refusals, accounts refused and the plan they would have needed.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["reportFeatureUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices
         * @description List invoices.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invoice with its lines, payments, refunds and credit notes
         * @description One invoice with its lines, payments, refunds and credit notes.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/credit-notes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Credit a part or all of an invoice
         * @description `amount` is gross; amounts of `lines` are net. It first lowers what is due; what exceeds that is refunded with `refund: true`, else it is credit of the account.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["createCreditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/dry-run/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a command about the money of an invoice would come to; nothing is done
         * @description Decided by what would decide the command itself, as things stand now: its ETag, given as If-Match with the command, makes sure that they still do. A charge is told as if it went through.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        post: operations["dryRunInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/dunning/hold/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold dunning of an invoice back, with a reason
         * @description Hold dunning of an invoice back, with a reason.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["holdDunning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/dunning/release/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let dunning of an invoice go on
         * @description Let dunning of an invoice go on.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["releaseDunning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/payments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a manual payment, or have what is due charged now
         * @description An admin records `manual` payments. `stripe` charges the card that is saved; `paypal` answers an `approve_url` for the payer.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `invoices`.
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/pdf/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice, or one of its credit notes, as a PDF
         * @description The invoice, or one of its credit notes, as a PDF.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/pdf/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to the PDF of an invoice, or of one of its credit notes
         * @description For people, who follow it without a token: it opens for 15 minutes, that one file only, and no longer than the token that it was made with.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        post: operations["linkInvoicePdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/refunds/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back; it needs a credit note of the amount or an overpayment
         * @description It goes back the way it came. `gateway: manual` records that it was given back another way, as after a refund that failed.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/reissue/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill again, at once, what a void invoice billed
         * @description Bill again, at once, what a void invoice billed.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["reissueInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/timeline/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event of the invoice, oldest first unless told
         * @description Every event of the invoice, oldest first unless told.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getInvoiceTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices/{id}/void/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void an open invoice; what it billed can be billed again
         * @description Void an open invoice; what it billed can be billed again.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["voidInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plans as they are sold today
         * @description The plans as they are sold today.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans/{plan}/features/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write a whole new version of a plan’s features
         * @description Accounts keep the version that they bought, unless `apply_to_existing` moves them all. Features that are left out keep their level.
         *
         *     For admin; needs the scope `write`.
         */
        put: operations["revisePlanFeatures"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/seller/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who issues the invoices
         * @description Name, address, tax id and bank details as invoices and credit notes print them. Settings: `SELLER_NAME` and the like.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["getSeller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/webhooks/paypal/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notices of PayPal; answered once they are durable, acted on afterwards
         * @description Notices of PayPal; answered once they are durable, acted on afterwards.
         *
         *     Open to everybody.
         */
        post: operations["receivePayPalWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/webhooks/stripe/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notices of Stripe; answered once they are durable, acted on afterwards
         * @description Notices of Stripe; answered once they are durable, acted on afterwards.
         *
         *     Open to everybody.
         */
        post: operations["receiveStripeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a file, to be used in a message within a day
         * @description A form with the field `file`, and `account_id` where the file is not for the caller’s own account. PNG, JPEG, PDF, DOCX, XLSX, CSV and TXT of at most 10 MiB, by what is in them, not by their name; no macros. It is kept under the account’s key, and deleted after 24 hours where nothing has used it.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`.
         */
        post: operations["storeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{ticket}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file that a link opens
         * @description The file that a link opens.
         *
         *     Open to everybody.
         */
        get: operations["getLinkedFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts/ask/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a certificate may be had for a host: for the server in front
         * @description 200 for a proved domain of an active brand; every other name is answered alike.
         *
         *     Open to everybody.
         */
        get: operations["askForHost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/backlinks/{domain}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Backlinks of a domain
         * @description Answers of the last 24 h cost no units.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["listAhrefsBacklinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/compare/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a domain and of up to five competitors, side by side
         * @description Figures of a domain and of up to five competitors, side by side.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["compareDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/connect/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect an account to Ahrefs; the key is proved by a free call and kept sealed
         * @description Connect an account to Ahrefs; the key is proved by a free call and kept sealed.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        post: operations["connectAhrefs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/disconnect/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect; the sealed key is deleted
         * @description Disconnect; the sealed key is deleted.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        delete: operations["disconnectAhrefs"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/domain/{domain}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Domain rating, links, keywords and traffic of a domain
         * @description Answers of the last 24 h cost no units.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["getAhrefsDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/domain/{domain}/history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Domain rating, referring domains and traffic of the last twelve months
         * @description Answers of the last 24 h cost no units.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["getAhrefsDomainHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/organic-keywords/{domain}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keywords that a domain ranks for
         * @description Answers of the last 24 h cost no units.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["listAhrefsOrganicKeywords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/prospects/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Domains that link to a competitor and not to the client, the strongest first
         * @description Domains that link to a competitor and not to the client, the strongest first.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `full`.
         */
        get: operations["listProspects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/referring-domains/{domain}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Domains that link to a domain
         * @description Answers of the last 24 h cost no units.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["listAhrefsReferringDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/snapshot/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the figures of a site’s domain as of today
         * @description Keep the figures of a site’s domain as of today.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `full`.
         */
        post: operations["takeAhrefsSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/snapshots/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a site’s domain as they were kept, week by week; asks Ahrefs nothing
         * @description Figures of a site’s domain as they were kept, week by week; asks Ahrefs nothing.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["listAhrefsSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connection: plan, units left and spent this month, budget; never the key
         * @description The connection: plan, units left and spent this month, budget; never the key.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getAhrefsStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/top-pages/{domain}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pages of a domain with the most traffic
         * @description Answers of the last 24 h cost no units.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `readonly`.
         */
        get: operations["listAhrefsTopPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/ahrefs/verify-backlinks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have Ahrefs look up the placed links of a site; what it reports lost is looked at again
         * @description Have Ahrefs look up the placed links of a site; what it reports lost is looked at again.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`. The account’s plan must have `ahrefs_level` at `full`.
         */
        post: operations["verifyBacklinksViaAhrefs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/backlinks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List backlinks
         * @description List backlinks.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listBacklinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/backlinks/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One backlink with its quality, live checks and guarantee
         * @description One backlink with its quality, live checks and guarantee.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getBacklink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Decide quality warnings, correct the cost, mark the link lost, or have it checked now
         * @description Decide quality warnings, correct the cost, mark the link lost, or have it checked now.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        patch: operations["changeBacklink"];
        trace?: never;
    };
    "/api/v1/linker/indexing/bulk-submit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit every live link of a site that is neither in the index nor requested yet
         * @description Answers once every request is opened. How far the submissions are is told by `stats/?site_id=`.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        post: operations["bulkSubmitForIndexing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/indexing/requests/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List indexing requests
         * @description List indexing requests.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listIndexingRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/indexing/requests/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One indexing request with its attempts and checks
         * @description One indexing request with its attempts and checks.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getIndexingRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/indexing/requests/{id}/review/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review a failed request: accept the failure, or try again with a new request
         * @description Review a failed request: accept the failure, or try again with a new request.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["reviewIndexingRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/indexing/stats/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How indexing goes: requests by status, success, time and cost
         * @description How indexing goes: requests by status, success, time and cost.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getIndexingStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/linker/indexing/submit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the pages of these links indexed; each is accepted or refused, with why
         * @description Have the pages of these links indexed; each is accepted or refused, with why.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        post: operations["submitForIndexing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/effects/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls to the outside and how they ended
         * @description Calls to the outside and how they ended.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/effects/{id}/retry/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a parked effect again, or send one whose end is unknown once more
         * @description The receiver is given the same key. An e-mail whose end is unknown may arrive twice: look first.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["retryEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/effects/{id}/settle/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a parked effect was done by hand
         * @description It counts as done from here on, and what follows from it goes on. The note says who did what.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["settleEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/flags/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Launch flags and where they are set
         * @description Launch flags and where they are set.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listFlags"];
        /**
         * Switch a flag for everybody, for an environment, for a share of all accounts, or for one account
         * @description An account’s own setting beats a percentage, which beats the environment; what names an environment beats what names none. The share is by HMAC(flag, account): whoever is in stays in while it grows. Off: routes answer 404 and no new work is started; shares, unsubscribing and invoices go on.
         *
         *     For admin; needs the scope `write`.
         */
        put: operations["setFlag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/jobs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scheduled jobs with their last and next runs
         * @description Scheduled jobs with their last and next runs.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/jobs/{name}/run/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a job now, beside its schedule
         * @description Run a job now, beside its schedule.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["runJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/projections/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read models: version, position, lag, parked streams
         * @description Read models: version, position, lag, parked streams.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/projections/{name}/rebuild/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild a read model beside the live one and swap it in
         * @description Rebuild a read model beside the live one and swap it in.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["rebuildProjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/facts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report one fact or up to 1,000, as CloudEvents 1.0 JSON
         * @description Each item is answered in the order sent, with its `index`; a bad one refuses itself only. Sent again it is a `duplicate`; other content under the same id is refused; `waiting` means that its owner is not known yet. Extension attributes of CloudEvents are taken and not kept. Types: AccountRegistered, AccountPlanChanged, UserRegistered, SiteRegistered, SiteIntegrationConnected, SiteIntegrationDisconnected, BlueprintGenerated, BlueprintApproved, ContentQueued, ArticleAwaitingReview, ArticleReviewed, ArticlePublished, SearchMetricsRecorded, ConversionsRecorded, KeywordRanked, UrlInspected, SocialPostPublished, SocialEngagementMeasured, SiteHealthMeasured, CampaignPlanned, CampaignKpiMeasured, SchemaScanCompleted, TechnicalWorkDone, CostRecorded, FeatureInUse.
         *
         *     For admin, platform; needs the scope `write`.
         */
        post: operations["receiveFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/facts/orphans/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts that wait for an owner
         * @description Facts that wait for an owner.
         *
         *     For admin, platform; needs the scope `read`.
         */
        get: operations["listOrphanFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/work-requests/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the platform was asked to do
         * @description What the platform was asked to do.
         *
         *     For admin, platform; needs the scope `read`.
         */
        get: operations["listWorkRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/work-requests/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One work request
         * @description One work request.
         *
         *     For admin, platform; needs the scope `read`.
         */
        get: operations["getWorkRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/work-requests/{id}/done/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that the work is done
         * @description Report that the work is done.
         *
         *     For admin, platform; needs the scope `write`.
         */
        post: operations["finishWorkRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/work-requests/{id}/failed/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that the work cannot be done
         * @description Report that the work cannot be done.
         *
         *     For admin, platform; needs the scope `write`.
         */
        post: operations["failWorkRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/clock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the test clock shows
         * @description What the test clock shows.
         *
         *     For admin, account_manager, agency, client, platform; needs the scope `read`.
         */
        get: operations["getTestClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/clock/advance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the test clock on; everything due on the way runs in order
         * @description `to` is an instant, `by` a length such as `3d`, `36h` or `P1DT12H`. Answers once all is settled.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["advanceTestClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/disputes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a payment disputed at its provider; `reference` is the payment’s
         * @description Have a payment disputed at its provider; `reference` is the payment’s.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["openSandboxDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/disputes/{dispute}/close/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a dispute decided by its provider; PayPal’s own outcome may be named, with what was refunded by it
         * @description Have a dispute decided by its provider; PayPal’s own outcome may be named, with what was refunded by it.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["closeSandboxDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/faults/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a stand-in fail, for so many calls or until switched off
         * @description Make a stand-in fail, for so many calls or until switched off.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["setSandboxFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/index/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide what index checks find for that URL, from an instant on
         * @description Decide what index checks find for that URL, from an instant on.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["setSandboxIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/ledger/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the stand-ins for the outside truly did
         * @description What the stand-ins for the outside truly did.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["getSandboxLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/mail/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mail that would have been sent, oldest first
         * @description Mail that would have been sent, oldest first.
         *
         *     For admin; needs the scope `read`.
         */
        get: operations["listSandboxMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/notices/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a provider tell of anything, also of what has no id or is of an unknown type
         * @description Have a provider tell of anything, also of what has no id or is of an unknown type.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["sendSandboxNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/pages/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a page that live checks meet under that URL
         * @description Make a page that live checks meet under that URL.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["setSandboxPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/plan-subscriptions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the platform’s own plan subscription of an account change at Stripe
         * @description Have the platform’s own plan subscription of an account change at Stripe.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["setSandboxPlanSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/refunds/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have money given back in the provider’s dashboard, or taken back by PayPal; `reference` is the payment’s
         * @description Have money given back in the provider’s dashboard, or taken back by PayPal; `reference` is the payment’s.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["makeSandboxRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/refunds/{refund}/fail/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a refund come back that its provider had reported as done; `refund` is the provider’s id
         * @description Have a refund come back that its provider had reported as done; `refund` is the provider’s id.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["failSandboxRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts in the caller’s scope; for an agency its own and its clients’
         * @description Accounts in the caller’s scope; for an agency its own and its clients’.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/annotations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes on days of sites
         * @description Notes on days of sites.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["listAnnotations"];
        put?: never;
        /**
         * Note something on a day of a site
         * @description Note something on a day of a site.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["addAnnotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/annotations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One note
         * @description One note.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getAnnotation"];
        put?: never;
        post?: never;
        /**
         * Remove a note: reports made from now on do not show it
         * @description Remove a note: reports made from now on do not show it.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        delete: operations["removeAnnotation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/approvals/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a yes or a no: orders, placements, blueprints, content; for staff and agencies also reports
         * @description What waits for a yes or a no: orders, placements, blueprints, content; for staff and agencies also reports.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `approve`.
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/approvals/{kind}/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject what waits; content is approved, or changes are asked for
         * @description Anything but an approval needs a `note`. What was decided before, or by silence, is 404.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List backlink orders
         * @description List backlink orders.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listBacklinkOrders"];
        put?: never;
        /**
         * Draft an order; the client approves it
         * @description Tier lines, a package, or pass-through with a budget. A price or a surcharge out of its range, and a package that the plan may not buy, need an `override_reason`.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["createBacklinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One backlink order
         * @description One backlink order.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getBacklinkOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft; of an approved order only notes and due date
         * @description Change a draft; of an approved order only notes and due date.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        patch: operations["changeBacklinkOrder"];
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/approve/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a draft: the quote is frozen and work may begin
         * @description By the client; or by an admin with `on_behalf_of_client: true`, which the event keeps.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["approveBacklinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/brief/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the order asks its client, and what was answered
         * @description What the order asks its client, and what was answered.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getOrderBrief"];
        /**
         * Answer the brief, whole; with `complete` work begins and the due date counts
         * @description Answer the brief, whole; with `complete` work begins and the due date counts.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        put: operations["answerOrderBrief"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel the order, owing what was delivered; or only end its renewal
         * @description Cancel the order, owing what was delivered; or only end its renewal.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        post: operations["cancelBacklinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/complete/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an order by hand, with a reason
         * @description Complete an order by hand, with a reason.
         *
         *     For admin; needs the scope `write`.
         */
        post: operations["completeBacklinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/distribution-report/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the press releases of an order stand, as a PDF
         * @description `branding_id`, for staff and agencies, in place of the brand that the config of the site names.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getDistributionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/guarantee-claims/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims on the guarantee of an order’s links
         * @description Claims on the guarantee of an order’s links.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listGuaranteeClaims"];
        put?: never;
        /**
         * Claim the guarantee of a link; looks at its page prove it
         * @description Claim the guarantee of a link; looks at its page prove it.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        post: operations["claimGuarantee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/guarantee-claims/{claim_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a claim by hand, where looks at the page cannot
         * @description Decide a claim by hand, where looks at the page cannot.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["settleGuaranteeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/links/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links of an order
         * @description The links of an order.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listOrderLinks"];
        put?: never;
        /**
         * Place a link; its quality and live checks run by themselves
         * @description Place a link; its quality and live checks run by themselves.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["placeOrderLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/links/proposals/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The placements that the client of an order is asked about
         * @description The placements that the client of an order is asked about.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listPlacementProposals"];
        put?: never;
        /**
         * Propose a placement to the client, who is told by mail
         * @description Of an order with `placement_approval: client`. Silence for seven days from an accepted mail approves; what was approved is placed with its `proposal_id`.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["proposePlacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/links/proposals/{proposal_id}/approve/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a proposed placement
         * @description Approve a proposed placement.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["approvePlacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/links/proposals/{proposal_id}/reject/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a proposed placement; it does not count
         * @description Reject a proposed placement; it does not count.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["rejectPlacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/links/proposals/{proposal_id}/withdraw/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a proposed placement
         * @description Withdraw a proposed placement.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["withdrawPlacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/links/proposals/continue/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with an order that stands still because too much was rejected
         * @description Go on with an order that stands still because too much was rejected.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["continuePlacements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/{id}/timeline/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event of the order, of its links and of their indexing, oldest first unless told
         * @description Every event of the order, of its links and of their indexing, oldest first unless told.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["getBacklinkOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/backlink-orders/quote/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an order would cost, with every step of the arithmetic; appends nothing
         * @description What an order would cost, with every step of the arithmetic; appends nothing.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        post: operations["quoteBacklinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/blocked-domains/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Domains on which accounts want no links
         * @description Domains on which accounts want no links.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `orders`.
         */
        get: operations["listBlockedDomains"];
        put?: never;
        /**
         * Want no links on a domain and its subdomains
         * @description Proposals and placements there are refused from now on, also for staff; open proposals are withdrawn, placed links stay.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        post: operations["blockDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/blocked-domains/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Allow links on the domain again
         * @description Allow links on the domain again.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `orders`.
         */
        delete: operations["unblockDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/branding/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Brands under which reports go out
         * @description Brands under which reports go out.
         *
         *     For admin, account_manager, agency; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["listBrandings"];
        put?: never;
        /**
         * Make a brand for reports
         * @description Needs the feature `white_label`. The logo (PNG or JPEG, at most 2 MiB and 4096 pixels a side) is fetched once, over https;
         *     `logo.state` says what became of it. `report_domain` is proved by the TXT record that `domain.record` names.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["createBranding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/branding/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One brand
         * @description One brand.
         *
         *     For admin, account_manager, agency; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getBranding"];
        /**
         * Change a brand: what is left out is as in a new one
         * @description Versions of reports that are made already keep the brand as it was.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        put: operations["changeBranding"];
        post?: never;
        /**
         * Remove a brand that nothing is under any more
         * @description Remove a brand that nothing is under any more.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        delete: operations["removeBranding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/branding/{id}/check-domain/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for the record that proves the domain, now
         * @description Look for the record that proves the domain, now.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["checkBrandingDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/branding/{id}/fetch-logo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch the logo once more, where another picture stands at its address now
         * @description Fetch the logo once more, where another picture stands at its address now.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["fetchBrandingLogo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/conversations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations in which something was said
         * @description Conversations in which something was said.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/conversations/{kind}/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much was said, and what of it is unread
         * @description How much was said, and what of it is unread.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/conversations/{kind}/{id}/messages/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was written, oldest first
         * @description What was written, oldest first.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Write to the other side, or among the team
         * @description It is never changed or taken back. The other side is told by mail once nothing more was written for 15 minutes, after an hour at the latest. Those who buy write for both sides (`client`).
         *
         *     For admin, account_manager, agency, client; needs the scope `write`.
         */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/conversations/{kind}/{id}/messages/{message_id}/files/{file_id}/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to a file of a message that opens without a token
         * @description For 15 minutes, and no longer than the token that it was made with.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        post: operations["linkMessageFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/conversations/{kind}/{id}/read/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the caller’s side has read the other’s messages, up to one of them
         * @description Note that the caller’s side has read the other’s messages, up to one of them.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`.
         */
        post: operations["markMessagesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/dashboard/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue, MRR, margin and clients, with the trend of twelve months
         * @description Revenue, MRR, margin and clients, with the trend of twelve months.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/dashboard/clients/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clients with the state of their services and what they owe
         * @description Clients with the state of their services and what they owe.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["listDashboardClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/dashboard/margin/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue, cost by kind and margin, by order, subscription, client, service or month
         * @description Revenue is what was invoiced and what is earned but not invoiced yet. A credit note lowers what its lines are about, in the month in which it was issued.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["getMargin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/dashboard/overdue/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a person
         * @description What waits for a person.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["listOverdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/dashboard/stream/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dashboard as server-sent events: once at first, then whenever it has changed
         * @description The dashboard as server-sent events: once at first, then whenever it has changed.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["streamDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/goals/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goals of sites, with their pace
         * @description Goals of sites, with their pace.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["listGoals"];
        put?: never;
        /**
         * Set a goal: what a number is to be by a day
         * @description The baseline is what the number is now, where none is given; articles are counted from now on. A target below the baseline (for positions: above it) is 422.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["setGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/goals/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One goal
         * @description One goal.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getGoal"];
        put?: never;
        post?: never;
        /**
         * Remove a goal: reports made from now on do not show it
         * @description Remove a goal: reports made from now on do not show it.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        delete: operations["removeGoal"];
        options?: never;
        head?: never;
        /**
         * Change the target or the day of a goal that is open
         * @description Change the target or the day of a goal that is open.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        patch: operations["changeGoal"];
        trace?: never;
    };
    "/api/v1/services/members/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who sign in for accounts; for admins the staff, too
         * @description People who sign in for accounts; for admins the staff, too.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Invite somebody to an account, or to the staff
         * @description They get a mail in their language, under the name that the account knows us by. Whoever invites gives no right that they do not hold. Where a brand stands between us that has no host or sender yet it is 409 `white_label_unready`.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/members/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A member
         * @description A member.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Remove a member: their sessions end
         * @description Members may remove themselves. The last who may approve is removed by staff alone.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change what a member may do, or their language
         * @description Members change their own language; all else takes the right `approve`. The last who may approve keeps that right, unless staff takes it.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/v1/services/price-book/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price book as it is now: tiers, packages, niches, pass-through and indexing
         * @description The price book as it is now: tiers, packages, niches, pass-through and indexing.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["getPriceBook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change figures of the price book; orders that were drafted before keep theirs
         * @description Each change names a figure by its path, such as `tiers.basic_guest_post.price.low`.
         *
         *     For admin; needs the scope `write`.
         */
        patch: operations["editPriceBook"];
        trace?: never;
    };
    "/api/v1/services/price-book/versions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what in the price book, and why
         * @description Who changed what in the price book, and why.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        get: operations["listPriceBookVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/report-templates/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Templates of reports
         * @description Templates of reports.
         *
         *     For admin, account_manager, agency; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["listReportTemplates"];
        put?: never;
        /**
         * Write a template of reports
         * @description HTML and CSS of at most 64 KiB each, 2,000 nodes, 32 deep. `<section data-section="organic_traffic"></section>` is where a
         *     section of the report stands, `<img data-asset="logo" alt="…">` the logo, `data-break="before"` begins a page, `data-keep` keeps an
         *     element on one page. Placeholders: `{{ client.name }}`, `{{ site.name }}`, `{{ site.domain }}`, `{{ report.id }}`, `{{ report.version }}`, `{{ report.type }}`, `{{ report.period_start }}`, `{{ report.period_end }}`, `{{ report.made_on }}`, `{{ report.position }}`, `{{ report.verdict_reason }}`, `{{ report.win }}`, `{{ report.priority }}`, `{{ brand.name }}`, `{{ brand.contact_email }}`, `{{ brand.contact_phone }}`, `{{ brand.website_url }}`, `{{ brand.footer_text }}`. What is not supported is 422, with line and column.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["createReportTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/report-templates/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One template
         * @description One template.
         *
         *     For admin, account_manager, agency; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getReportTemplate"];
        /**
         * Change a template; versions of reports that are made already stay as they are
         * @description Change a template; versions of reports that are made already stay as they are.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        put: operations["changeReportTemplate"];
        post?: never;
        /**
         * Remove a template that no config names any more
         * @description Remove a template that no config names any more.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        delete: operations["removeReportTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/report-templates/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A template with a made-up report in it, as a page; saves nothing
         * @description A template with a made-up report in it, as a page; saves nothing.
         *
         *     For admin, account_manager, agency; needs the scope `read`. A member of an account needs the right `reports`.
         */
        post: operations["previewReportTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports
         * @description Without what they show; a client finds those that are approved or sent.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One report with what it shows
         * @description One report with what it shows.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/approve/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the version that was read; it goes out at the client’s hour of its due day
         * @description Approve the version that was read; it goes out at the client’s hour of its due day.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["approveReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/comment/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write into a report; that makes a new version, to be read again
         * @description Shown as from the account manager, in the section that it names. Staff; an agency under its branding.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["commentReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/page/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as a page to be read: one file of HTML, without script
         * @description It leads to the PDF at `../pdf/`.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getReportPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/pdf/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The PDF of a version, as it was made
         * @description The PDF of a version, as it was made.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["getReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/pdf/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to the PDF of a version that opens without a token
         * @description For 15 minutes, and no longer than the token that it was made with.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `reports`.
         */
        post: operations["linkReportPdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/regenerate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new version, from now or from a stated position of the log
         * @description Make a new version, from now or from a stated position of the log.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["regenerateReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/reject/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject the version that was read; a comment or a regeneration makes the next one
         * @description Reject the version that was read; a comment or a regeneration makes the next one.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["rejectReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/send/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a version now
         * @description Each address has a version once, whatever its case. `again` repeats it, which only staff may; whoever wants no reports gets none.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["sendReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/share/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link to the newest approved version; its address is said once
         * @description It lasts 1 to 365 days, 90 where nothing is said. At most 20 of a report are open.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["shareReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/{id}/share/{share_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a link; whoever follows it reads that it is gone
         * @description Revoke a link; whoever follows it reads that it is gone.
         *
         *     For admin, account_manager, agency, client; needs the scope `write`. A member of an account needs the right `reports`.
         */
        delete: operations["revokeReportShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/generate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the report of a period that is over
         * @description There is one of each subscription (or site), type and period; what is left out follows the subscription’s config. Of a period that still runs there is a preview.
         *
         *     For admin, account_manager, agency; needs the scope `write`. A member of an account needs the right `reports`.
         */
        post: operations["generateReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as it would be now: its data, its first page, or its PDF; nothing is kept
         * @description A report as it would be now: its data, its first page, or its PDF; nothing is kept.
         *
         *     For admin, account_manager, agency; needs the scope `read`. A member of an account needs the right `reports`.
         */
        get: operations["previewReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/reports/resubscribe/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an address get reports again that wanted none
         * @description On behalf of that person, with the reason; they can do it themselves by the link in any of their mails.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["resubscribeToReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/sites/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sites of the accounts in the caller’s scope
         * @description Sites of the accounts in the caller’s scope.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List managed subscriptions
         * @description List managed subscriptions.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["listManagedSubscriptions"];
        put?: never;
        /**
         * Create a managed subscription; onboarding starts at once
         * @description A site has at most one subscription that is not cancelled. A negotiated `monthly_price`, or a plan without the tier, needs an `override_reason`.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["createManagedSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One managed subscription
         * @description One managed subscription.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["getManagedSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change config, account manager, price or tier
         * @description Status changes only by the named actions. A new price or tier holds from today on.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        patch: operations["changeManagedSubscription"];
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel for good
         * @description Cancel for good.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["cancelManagedSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/invoice-preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The running month as it would be billed now, line by line
         * @description A subscription that is active is taken to stay so until the end of the month; `accrued` is what the days up to today come to.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`. A member of an account needs the right `invoices`.
         */
        get: operations["previewManagedSubscriptionInvoice"];
        put?: never;
        /**
         * The month as it would be billed before and after a change that is not made
         * @description Decided as the change itself would be, so that what would be refused is refused here, too. Nothing is recorded.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        post: operations["compareManagedSubscriptionInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/next-invoice/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The account’s next invoice before and after a change of this service; nothing is changed
         * @description Decided by what would decide the change, and put together by what puts invoices together: services are taken to stay as they are until the month ends, and orders that ended today are put down tonight. Its ETag, given as If-Match with the change, makes sure that things still stand so.
         *
         *     For admin, account_manager; needs the scope `read`.
         */
        post: operations["previewNextInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/onboard/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with onboarding from the first step that is not done
         * @description Go on with onboarding from the first step that is not done.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["onboardManagedSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/pause/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause delivery; wholly paused days are not billed
         * @description Pause delivery; wholly paused days are not billed.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["pauseManagedSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/resume/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused subscription
         * @description Resume a paused subscription.
         *
         *     For admin, account_manager; needs the scope `write`.
         */
        post: operations["resumeManagedSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/subscriptions/{id}/timeline/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event of the subscription, oldest first unless told
         * @description Every event of the subscription, oldest first unless told.
         *
         *     For admin, account_manager, agency, client; needs the scope `read`.
         */
        get: operations["getManagedSubscriptionTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks of the caller’s accounts
         * @description Webhooks of the caller’s accounts.
         *
         *     For admin, agency, client; needs the scope `read`. A member of an account needs the right `approve`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be told of events of these types
         * @description The signing secret (Standard Webhooks) is in this answer only. A message is `{type, timestamp, data}`; `data` holds
         *     the event's `event_id`, `account_id`, `site_id`, its `position` in the log and its `revision` in the history of what it is about, beside what it
         *     tells. Deliveries may overtake each other: of two about the same thing the one with the higher position is the younger. An answer of 410
         *     switches the webhook off. Types: ManagedSubscriptionCreated, ManagedSubscriptionActivated, ManagedSubscriptionPaused, ManagedSubscriptionResumed, ManagedSubscriptionCancelled, ManagedSubscriptionPriceChanged, ManagedSubscriptionTierChanged, ServiceConfigChanged, ServiceMonthStarted, ServiceMonthClosed, FellBehindOnContent, CaughtUpOnContent, OnboardingStepStarted, OnboardingStepCompleted, OnboardingStepFailed, OnboardingStepBlocked, DeliveryRunStarted, DeliveryRunSkipped, DeliveryMonthEnded, MessagePosted, MessagesRead, ArticlePublished, InvoiceIssued, InvoicePaid, InvoiceBecamePastDue, InvoiceMarkedUncollectible, InvoiceVoided, CreditNoteIssued, CreditNoteNumbered, InvoicePaymentStarted, InvoicePaymentAwaitingPayer, InvoicePaymentSucceeded, InvoicePaymentFailed, InvoicePaymentReversed, InvoiceRefundStarted, InvoiceRefundSucceeded, InvoiceRefundFailed, BacklinkOrderDrafted, BacklinkOrderRevised, BacklinkOrderApproved, BacklinkOrderStarted, BacklinkOrderRepriced, BacklinkOrderFellBehind, BacklinkOrderCaughtUp, BacklinkOrderDelivered, BacklinkOrderCompleted, BacklinkOrderCancelled, PlacementProposed, PlacementApproved, PlacementApprovedBySilence, PlacementRejected, PlacementWithdrawn, PlacementsHalted, PlacementsContinued, BriefCompleted, GuaranteeClaimed, GuaranteeSettled, BacklinkOrderRenewed, BacklinkOrderRenewalHeld, BacklinkOrderRenewalEnded, BacklinkPlaced, BacklinkAccepted, BacklinkWentLive, BacklinkFlagged, BacklinkLost, BacklinkRejected, BacklinkReplaced, IndexingRequested, IndexingSubmitted, IndexingChecked, IndexingSucceeded, IndexingGaveUp, IndexingStopped, IndexingReviewed, InvoiceDisputeOpened, DisputeEvidenceSubmitted, InvoiceDisputeClosed, ReportDelivered.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["registerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description One webhook.
         *
         *     For admin, agency, client; needs the scope `read`. A member of an account needs the right `approve`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Be told no more
         * @description Be told no more.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent, and how it went; for 30 days also of a webhook that was removed
         * @description What was sent, and how it went; for 30 days also of a webhook that was removed.
         *
         *     For admin, agency, client; needs the scope `read`. A member of an account needs the right `approve`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}/redeliver/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it again, under the same message id
         * @description Send it again, under the same message id.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/disable/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch it off: be told of nothing for now
         * @description What happens while it is switched off is not told afterwards.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["disableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/enable/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch it on again, also after its receiver answered 410
         * @description What happens while it is switched off is not told afterwards.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new signing secret; the old one stays good for 24 hours beside it
         * @description The new secret is in this answer only. For 24 hours `webhook-signature` holds a signature with each.
         *
         *     For admin, agency, client; needs the scope `write`. A member of an account needs the right `approve`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API to browse
         * @description The API to browse.
         *
         *     Open to everybody.
         */
        get: operations["docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/assets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of the page
         * @description A file of the page.
         *
         *     Open to everybody.
         */
        get: operations["docsAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/problems/{code}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a problem code means
         * @description What a problem code means.
         *
         *     Open to everybody.
         */
        get: operations["docsProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{ticket}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file that a link opens, to be saved
         * @description The file that a link opens, to be saved.
         *
         *     Open to everybody.
         */
        get: operations["getLinkedMessageFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process is alive
         * @description The process is alive.
         *
         *     Open to everybody.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics in the Prometheus format
         * @description Metrics in the Prometheus format.
         *
         *     Open to everybody.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description This document.
         *
         *     Open to everybody.
         */
        get: operations["openApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process can do its work: store, read models and sagas
         * @description The process can do its work: store, read models and sagas.
         *
         *     Open to everybody.
         */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/files/{ticket}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The PDF that a link opens
         * @description The PDF that a link opens.
         *
         *     Open to everybody.
         */
        get: operations["getLinkedReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/unsubscribe/{ticket}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A button to get no more reports
         * @description A button to get no more reports.
         *
         *     Open to everybody.
         */
        get: operations["showReportUnsubscribing"];
        put?: never;
        /**
         * Get no more reports; one click by RFC 8058
         * @description Get no more reports; one click by RFC 8058.
         *
         *     Open to everybody.
         */
        post: operations["unsubscribeFromReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shared/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as a page, for whoever holds the link; or the form that asks for its password
         * @description The newest approved version. Each look at it is counted, of nobody who looks anything is kept.
         *
         *     Open to everybody.
         */
        get: operations["showSharedReport"];
        put?: never;
        /**
         * Enter the password of a shared report
         * @description Enter the password of a shared report.
         *
         *     Open to everybody.
         */
        post: operations["openSharedReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shared/{token}/pdf/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The PDF of a shared report, in the sections that are shared
         * @description The PDF of a shared report, in the sections that are shared.
         *
         *     Open to everybody.
         */
        get: operations["getSharedReportPdf"];
        put?: never;
        post?: never;
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
        AccessToken: {
            account_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            expires_at: string | null;
            id: number;
            label: string | null;
            revoked_at: string | null;
            /** @enum {string} */
            role: "admin" | "account_manager" | "agency" | "client" | "platform";
            scopes: ("read" | "write")[];
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            user_id: number | null;
        };
        AccessTokenList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["AccessToken"][];
        };
        Account: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            email: string;
            id: number;
            kind: string;
            name: string;
            parent_account_id: number | null;
            plan: string;
            /**
             * @description the id of the plan
             * @example 3
             */
            plan_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        AccountBalance: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            account_credit: string;
            account_id: number;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            open: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            past_due: string;
            tax_rate: string;
        };
        AccountList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Account"][];
        };
        AccountPlanChangedFactInput: {
            data: {
                account_id: number;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00Z
                 */
                effective_at?: string;
                plan: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "AccountPlanChanged";
        } & {
            [key: string]: unknown;
        };
        AccountRegisteredFactInput: {
            data: {
                account_id: number;
                /** @example someone@example.com */
                email: string;
                /** @enum {string} */
                kind?: "client" | "agency";
                name: string;
                parent_account_id?: number;
                phone?: string;
                plan: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "AccountRegistered";
        } & {
            [key: string]: unknown;
        };
        Actor: {
            /** @description the user, or, where `name` is a token, the token */
            id?: number;
            kind: string;
            /**
             * @description what names a token, a job, a saga
             * @example token-3
             */
            name?: string;
        };
        AddOn: {
            /** @enum {string} */
            key: "managed-service" | "backlink-package" | "indexing-boost";
            option: string | null;
            plans: string[];
            price: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                high: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                low: string;
            } | null;
            unit: string;
        };
        AddOnList: {
            results: components["schemas"]["AddOn"][];
        };
        AddOnPurchase: {
            account_id: number;
            approve_url?: string;
            client_secret?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            credits: number | null;
            expires_at: string | null;
            id: number;
            invoice_id: number | null;
            /** @enum {string} */
            kind: "managed-service" | "backlink-package" | "indexing-boost";
            managed_subscription_id: number | null;
            order_id: number | null;
            /** @enum {string} */
            payment_method: "stripe" | "paypal" | "manual";
            reason: string | null;
            /** @enum {string} */
            status: "pending" | "active" | "paid" | "expired" | "refunded";
            terms: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        AddOnPurchaseList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["AddOnPurchase"][];
        };
        AdvanceTestClockAnswer: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            from: string;
            ran: {
                effects: number;
                events: number;
                jobs: number;
                timers: number;
            };
            /** @constant */
            settled: true;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            to: string;
        };
        AhrefsConnection: {
            account_id: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            /** @description units left as far as known; null: no limit, or not known yet */
            credits_remaining: number | null;
            error: string | null;
            id: number;
            last_synced: string | null;
            monthly_unit_budget: number | null;
            plan_type: string;
            /** @enum {string} */
            status: "active" | "expired" | "error" | "disconnected";
            units_month: string | null;
            units_spent: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        AhrefsList: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            as_of: string;
            /** @description an answer of the last 24 h, which cost nothing */
            cached: boolean;
            domain: string;
            results: {
                [key: string]: unknown;
            }[];
            units: number;
        };
        AhrefsSnapshot: {
            account_id: number;
            backlinks_total: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at?: string;
            created_by?: number | null;
            domain: string;
            domain_rating: number | null;
            organic_keywords: number | null;
            organic_traffic: number | null;
            raw_data: {
                [key: string]: unknown;
            };
            referring_domains: number | null;
            sector_id?: number | null;
            site_id: number;
            /**
             * Format: date
             * @example 2026-11-20
             */
            snapshot_date: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at?: string;
        } & {
            [key: string]: unknown;
        };
        AhrefsVerification: {
            results: {
                backlink_id: number;
                last_seen: string | null;
                lost: boolean;
                lost_reason: string | null;
                verified: boolean;
            }[];
            site_id: number;
            units: number;
        };
        Annotation: {
            account_id: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            date: string;
            id: number;
            site_id: number;
            text: string;
            /** @enum {string} */
            visibility: "client" | "team";
        };
        AnnotationList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Annotation"][];
        };
        Approval: {
            account_id: number | null;
            href: string;
            id: number;
            kind: string;
            /** @description when silence approves it */
            silent_on?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            since: string;
            site_id: number | null;
            title: string;
            /** @enum {string} */
            waiting_for: "client" | "us";
        };
        ApprovalList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Approval"][];
        };
        Approver: {
            id: number | null;
            name?: string;
            role: string;
        };
        ArticleAwaitingReviewFactInput: {
            data: {
                content_id: number;
                site_id: number;
                title?: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "ArticleAwaitingReview";
        } & {
            [key: string]: unknown;
        };
        ArticlePublishedFactInput: {
            data: {
                content_id: number;
                images?: number;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00Z
                 */
                published_at: string;
                site_id: number;
                title?: string;
                type: string;
                /** Format: uri */
                url?: string;
                words?: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "ArticlePublished";
        } & {
            [key: string]: unknown;
        };
        ArticleReviewedFactInput: {
            data: {
                content_id: number;
                /** @enum {string} */
                outcome: "approved" | "changes_requested";
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "ArticleReviewed";
        } & {
            [key: string]: unknown;
        };
        AskForHostAnswer: Record<string, unknown>;
        AsOf: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            as_of: string;
            id: number | null;
            kind: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            known_at: string;
            position: number;
            state: {
                [key: string]: unknown;
            };
        };
        Backlink: {
            account_id: number;
            ahrefs_last_seen: string | null;
            ahrefs_verified: boolean;
            anchor_text: string;
            campaign_id: number | null;
            /**
             * @description not for clients
             * @example 399.00
             */
            cost?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            flagged: boolean;
            flagged_because: string | null;
            id: number;
            indexed_at: string | null;
            indexing: {
                request_id: number | null;
                status: string | null;
            };
            indexing_submitted: boolean;
            is_indexed: boolean;
            live_at: string | null;
            live_checks: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                error: string | null;
                final_url: string | null;
                flags: string[];
                http_status: number | null;
                link_found: boolean;
                next_at: string | null;
                redirects: number;
                rel: string[];
                signals: string[];
                step: string;
            }[];
            lost_at: string | null;
            lost_because: string | null;
            order_id: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            placed_at: string;
            quality_score: number | null;
            quality_warnings: {
                /** @enum {string} */
                code: "dr_below_floor" | "domain_used_recently" | "anchor_overused";
                /** @enum {string} */
                decision?: "accept" | "reject";
                message: string;
            }[];
            rejected_because: string | null;
            rel: string | null;
            replacement: {
                owed: boolean;
                replaced_by: number | null;
                /** @description the last day of the guarantee */
                until: string | null;
            };
            replaces_id: number | null;
            sector_id: number | null;
            site_id: number;
            source_domain: string;
            source_dr: number | null;
            source_traffic: number | null;
            source_url: string;
            /** @enum {string} */
            status: "planned" | "ordered" | "placed" | "live" | "lost" | "rejected" | "replaced";
            target_url: string;
            tier: ("basic_guest_post" | "standard_guest_post" | "premium_guest_post" | "pr_basic" | "pr_premium") | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            /** @description not for clients */
            vendor?: string;
            /** @description not for clients */
            vendor_reference?: string | null;
            warnings: {
                /** @enum {string} */
                code: "dr_below_floor" | "domain_used_recently" | "anchor_overused";
                /** @enum {string} */
                decision?: "accept" | "reject";
                message: string;
            }[];
        };
        BacklinkList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Backlink"][];
        };
        BacklinkOrder: {
            account_id: number;
            /**
             * @description not for clients
             * @example 399.00
             */
            actual_cost?: string;
            approved_by: components["schemas"]["Approver"] | null;
            behind: {
                links: boolean;
                since: string | null;
            };
            /** @enum {string} */
            billing: "on_completion" | "prepaid";
            /** @enum {string} */
            brief_status: "none" | "waiting" | "complete";
            budget: string | null;
            campaign_id: number | null;
            cancelled_at: string | null;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            client_price: string;
            completed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            /** @constant */
            currency: "USD";
            delivered_at: string | null;
            due_date: string | null;
            /** @description frozen by the approval */
            guarantee: components["schemas"]["GuaranteeTerms"] | null;
            id: number;
            invoice_id: number | null;
            lines: components["schemas"]["OrderLine"][];
            links_delivered: number;
            links_indexed: number;
            links_live: number;
            links_ordered: number;
            managed_subscription_id: number | null;
            /**
             * @description client_price − actual_cost; not for clients
             * @example 399.00
             */
            margin?: string;
            /** @description price ÷ cost; not for clients */
            margin_multiple?: number | null;
            /** @description of the client price; not for clients */
            margin_percent?: number | null;
            /** @enum {string} */
            niche: "general" | "tech_saas" | "finance_insurance" | "health_medical" | "crypto_casino";
            niche_surcharge: number;
            notes: string | null;
            on_behalf_of_client: boolean;
            /** @enum {string} */
            order_type: "one_time" | "monthly";
            ordered_at: string | null;
            package: ("starter" | "growth" | "authority" | "enterprise" | "custom") | null;
            /** @enum {string} */
            placement_approval: "none" | "client";
            placements_halted: boolean;
            predecessor_id: number | null;
            /** @enum {string} */
            pricing_mode: "tiers" | "package" | "pass_through";
            renewal_held: string | null;
            renews_on: string | null;
            sector_id: number | null;
            site_id: number;
            /** @enum {string} */
            status: "draft" | "approved" | "in_progress" | "delivered" | "completed" | "cancelled";
            successor_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        BacklinkOrderList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["BacklinkOrder"][];
        };
        BacklinkQuote: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            client_price: string;
            /** @constant */
            currency: "USD";
            /** @description not for clients; null where the price book has none */
            expected_cost?: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                high: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                low: string;
            } | null;
            /** @description not for clients */
            expected_margin?: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                high: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                low: string;
            } | null;
            lines: components["schemas"]["OrderLine"][];
            links_ordered: number;
            /** @enum {string} */
            niche: "general" | "tech_saas" | "finance_insurance" | "health_medical" | "crypto_casino";
            niche_surcharge: number;
            steps: {
                text: string;
                value: string;
            }[];
        };
        Because: {
            actor: components["schemas"]["Actor"];
            because: components["schemas"]["Because"][];
            begun_by?: {
                actor: components["schemas"]["Actor"];
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                /** @enum {string} */
                kind: "request" | "fact" | "timer" | "system";
                request_id?: string;
            };
            /** Format: uuid */
            event_id: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            occurred_at: string;
            position: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            recorded_at: string;
            stream: string;
            summary: string | null;
            type: string;
        };
        BillingDetails: {
            account_id: number;
            address_lines: string[];
            country: string | null;
            email: string | null;
            name: string | null;
            tax_id: string | null;
        };
        BlockedDomain: {
            account_id: number;
            blocked_by: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            domain: string;
            id: number;
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        BlockedDomainList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["BlockedDomain"][];
        };
        BlueprintApprovedFactInput: {
            data: {
                approved_by?: number;
                blueprint_id: number;
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "BlueprintApproved";
        } & {
            [key: string]: unknown;
        };
        BlueprintGeneratedFactInput: {
            data: {
                blueprint_id: number;
                clusters?: number | unknown[];
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "BlueprintGenerated";
        } & {
            [key: string]: unknown;
        };
        Branding: {
            account_id: number;
            brand_logo_url: string | null;
            brand_name: string;
            contact_email: string | null;
            contact_phone: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            /** @description the record that proves `report_domain`, looked for at once and then every week */
            domain: {
                record: {
                    name: string;
                    /** @constant */
                    type: "TXT";
                    value: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                since: string;
                /** @enum {string} */
                state: "claimed" | "proved" | "lapsed";
            } | null;
            footer_text: string | null;
            id: number;
            is_active: boolean;
            /** @description what became of the picture at `brand_logo_url`: it is fetched once */
            logo: {
                height: number | null;
                reason: string | null;
                /** @enum {string} */
                state: "pending" | "ready" | "refused";
                width: number | null;
            } | null;
            primary_color: string;
            report_domain: string | null;
            secondary_color: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            website_url: string | null;
        };
        BrandingList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Branding"][];
        };
        Brief: {
            answers: {
                [key: string]: string | string[];
            };
            completed_at: string | null;
            due_date: string | null;
            order_id: number;
            questions: {
                key: string;
                /** @enum {string} */
                kind: "text" | "url" | "list" | "choice";
                label: string;
                max: number;
                options?: string[];
                required: boolean;
            }[];
            /** @enum {string} */
            status: "waiting" | "complete";
            /**
             * @description whose turn it is
             * @enum {string}
             */
            waiting_for: "client" | "us";
        };
        CampaignKpiMeasuredFactInput: {
            data: {
                campaign_id: number;
                domain_rating?: number;
                /** @example 2026-11 */
                month: string;
                organic_keywords?: number;
                referring_domains?: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "CampaignKpiMeasured";
        } & {
            [key: string]: unknown;
        };
        CampaignPlannedFactInput: {
            data: {
                budget: string | number;
                campaign_id: number;
                /** @example 2026-11 */
                month: string;
                site_id: number;
                targets: {
                    anchor: string;
                    page: string;
                    tier: string;
                }[];
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "CampaignPlanned";
        } & {
            [key: string]: unknown;
        };
        CloseSandboxDisputeAnswer: {
            id: string;
        };
        ConsistencyProof: {
            from: number;
            path: string[];
            to: number;
        };
        ContentQueuedFactInput: {
            data: {
                content_id: number;
                /** @example 2026-11-20 */
                planned_for?: string;
                site_id: number;
                title: string;
                type: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "ContentQueued";
        } & {
            [key: string]: unknown;
        };
        Conversation: {
            account_id: number;
            /** @enum {string} */
            kind: "order" | "subscription" | "report" | "invoice";
            last_message_at: string | null;
            /** @description of those that the caller sees */
            messages: number;
            site_id: number | null;
            subject_id: number;
            /** @description of the other side, by the caller’s */
            unread: number;
        };
        ConversationList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Conversation"][];
        };
        ConversionsRecordedFactInput: {
            data: {
                channel?: string;
                count: number;
                currency?: string;
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                date: string;
                goal: string;
                site_id: number;
                value?: string | number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "ConversionsRecorded";
        } & {
            [key: string]: unknown;
        };
        CostRecordedFactInput: {
            data: {
                account_id: number;
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                incurred_on: string;
                /** @enum {string} */
                kind: "platform_credits" | "human_time" | "ahrefs_units" | "other";
                quantity: string | number;
                site_id?: number;
                unit_cost: string | number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "CostRecorded";
        } & {
            [key: string]: unknown;
        };
        CreditNote: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            applied: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            id: number;
            invoice_id: number;
            /**
             * Format: date
             * @example 2026-11-20
             */
            issued_on: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            net: string;
            number: string | null;
            reason: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            refunded: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            remaining: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            tax: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            total: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        Dashboard: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            as_of: string;
            clients: {
                active: number;
                cancelled: number;
                paused: number;
                pending: number;
            };
            margin: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                amount: string;
                percent: number | null;
            };
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            mrr: string;
            revenue: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                last_month: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                this_month: string;
            };
            trend: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                margin: string;
                month: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                mrr: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue: string;
            }[];
            /** @description of clients and agencies, by the team */
            unread_messages: number;
        };
        DashboardClient: {
            account_id: number;
            behind: boolean;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            mrr: string;
            name: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            open: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            past_due: string;
            plan: string;
            /**
             * @description the id of the plan
             * @example 3
             */
            plan_id: number | null;
            services: components["schemas"]["DashboardService"][];
            statuses: {
                [key: string]: number;
            };
        };
        DashboardClientList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DashboardClient"][];
        };
        DashboardService: {
            account_manager_id: number | null;
            /** @description of the running service month */
            article_target: number;
            articles_per_month: number;
            articles_published: number;
            behind_since: string | null;
            domain: string | null;
            id: number;
            site_id: number;
            /** @enum {string} */
            status: "pending" | "active" | "paused" | "cancelled";
            /** @enum {string} */
            tier: "lite" | "pro";
        };
        DecideApprovalAnswer: {
            id: number;
            kind: string;
            /** @enum {string} */
            outcome: "approved" | "rejected" | "changes_requested";
        };
        Dispute: {
            account_id: number;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            closed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            due_by: string | null;
            evidence: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                generated_at: string;
                sha256: string;
                size_bytes: number;
                tree_size: number;
            } | null;
            id: number;
            invoice_id: number;
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            opened_at: string;
            /** @enum {string} */
            opened_by: "card_network" | "client" | "admin";
            payment_id: number | null;
            reason: string;
            /** @enum {string} */
            status: "open" | "evidence_ready" | "submitted" | "won" | "lost" | "credited";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        DisputeList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Dispute"][];
        };
        DomainComparison: {
            domain: string;
            results: {
                backlinks_total: number | null;
                domain: string;
                domain_rating: number | null;
                organic_keywords: number | null;
                organic_traffic: number | null;
                referring_domains: number | null;
                units: number;
            }[];
        };
        Dunning: {
            day: number | null;
            day0: string | null;
            next: {
                /** @enum {string} */
                action: "remind" | "pause" | "cancel";
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                on: string;
            } | null;
            /** @enum {string} */
            status: "none" | "running" | "below_threshold" | "suspended" | "held" | "ended";
        };
        Entitlements: {
            account_id: number;
            features: {
                [key: string]: {
                    expires_at?: string | null;
                    level: string | number | boolean | string[];
                    source: string;
                };
            };
            grandfathered: boolean;
            overrides: {
                expires_at: string | null;
                feature: string;
                level: string | number | boolean | string[];
                reason: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                since: string;
            }[];
            plan: string;
            /**
             * @description the id of the plan
             * @example 3
             */
            plan_id: number | null;
            plan_status: string;
            plan_version: number;
        };
        Event: {
            data: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            metadata: {
                actor: components["schemas"]["Actor"];
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                occurred_at: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                recorded_at: string;
            } & {
                [key: string]: unknown;
            };
            position: number;
            revision: number;
            schema_version: number;
            stream: string;
            summary: string | null;
            type: string;
        };
        EventList: {
            next_after: number | null;
            results: components["schemas"]["Event"][];
        };
        Explanation: {
            equal: boolean;
            invoice_id: number;
            lines: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                amount: string;
                causes: components["schemas"]["Because"][];
                description: string;
                equal: boolean;
                inputs: {
                    [key: string]: unknown;
                };
                kind: string;
                line_id: number;
                recomputed: string | null;
                rule: string;
                steps: {
                    text: string;
                    value: string;
                }[];
                why?: string;
            }[];
            number: string;
            recomputed_total: string | null;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            total: string;
        };
        FactInput: components["schemas"]["AccountRegisteredFactInput"] | components["schemas"]["AccountPlanChangedFactInput"] | components["schemas"]["UserRegisteredFactInput"] | components["schemas"]["SiteRegisteredFactInput"] | components["schemas"]["SiteIntegrationConnectedFactInput"] | components["schemas"]["SiteIntegrationDisconnectedFactInput"] | components["schemas"]["BlueprintGeneratedFactInput"] | components["schemas"]["BlueprintApprovedFactInput"] | components["schemas"]["ContentQueuedFactInput"] | components["schemas"]["ArticleAwaitingReviewFactInput"] | components["schemas"]["ArticleReviewedFactInput"] | components["schemas"]["ArticlePublishedFactInput"] | components["schemas"]["SearchMetricsRecordedFactInput"] | components["schemas"]["ConversionsRecordedFactInput"] | components["schemas"]["KeywordRankedFactInput"] | components["schemas"]["UrlInspectedFactInput"] | components["schemas"]["SocialPostPublishedFactInput"] | components["schemas"]["SocialEngagementMeasuredFactInput"] | components["schemas"]["SiteHealthMeasuredFactInput"] | components["schemas"]["CampaignPlannedFactInput"] | components["schemas"]["CampaignKpiMeasuredFactInput"] | components["schemas"]["SchemaScanCompletedFactInput"] | components["schemas"]["TechnicalWorkDoneFactInput"] | components["schemas"]["CostRecordedFactInput"] | components["schemas"]["FeatureInUseFactInput"];
        FactOutcome: {
            /** @description the `id` that it was sent under; empty where that is no text */
            id: string;
            /** @description its place in the batch, from 0 */
            index: number;
            /** @enum {string} */
            outcome: "accepted" | "duplicate" | "waiting" | "refused";
            problem?: {
                code: string;
                detail: string;
                errors?: {
                    message: string;
                    pointer: string;
                }[];
                status: number;
                title: string;
            };
        };
        FactOutcomeList: {
            results: components["schemas"]["FactOutcome"][];
        };
        FailSandboxRefundAnswer: {
            id: string;
        };
        FeatureInUseFactInput: {
            data: {
                account_id: number;
                feature: string;
                level: unknown;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00Z
                 */
                since?: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "FeatureInUse";
        } & {
            [key: string]: unknown;
        };
        Features: {
            account_id: number;
            features: {
                [key: string]: {
                    level: string | number | boolean | string[];
                    /** @enum {string} */
                    source: "plan" | "override" | "grandfathered" | "add_on";
                };
            };
            grandfathered: boolean;
            plan: string;
            /**
             * @description the id of the plan
             * @example 3
             */
            plan_id: number | null;
            plan_version: number;
        };
        FeatureUsage: {
            account_id: number;
            current_level: string | null;
            endpoint: string;
            feature: string;
            position: number;
            required_level: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            timestamp: string;
            was_allowed: boolean;
        };
        FeatureUsageList: {
            next_after: number | null;
            results: components["schemas"]["FeatureUsage"][];
        };
        FeatureUsageWeek: {
            accounts_refused: number;
            checks: number;
            feature: string;
            level: string;
            plan: string;
            plan_needed: string | null;
            refusals: number;
            /**
             * Format: date
             * @example 2026-11-20
             */
            week: string;
        };
        FileLink: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            expires_at: string;
            url: string;
        };
        GateCheck: {
            allowed: boolean;
            current_level: string | number | boolean | string[];
            feature: string;
            plan: string;
            /**
             * @description the id of the plan
             * @example 3
             */
            plan_id: number | null;
            required_level: string | number | boolean | string[];
            /** @enum {string} */
            source: "plan" | "override" | "grandfathered" | "add_on";
            upgrade_to: string | null;
        };
        GateCheckList: {
            results: components["schemas"]["GateCheck"][];
        };
        GetSandboxLedgerAnswer: {
            results: ({
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                operation: string;
                outcome: string;
                provider: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        GetTestClockAnswer: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            now: string;
        };
        Goal: {
            account_id: number;
            baseline: number;
            /**
             * Format: date
             * @example 2026-11-20
             */
            by: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            data_to: string | null;
            /** @description where the straight line from the baseline is now */
            expected: number | null;
            id: number;
            met_on: string | null;
            /** @enum {string} */
            metric: "clicks" | "impressions" | "position" | "keywords_top_10" | "referring_domains" | "articles" | "conversions";
            /** @description null for a goal that was removed */
            pace: ("ahead" | "on_track" | "behind" | "missed" | "met") | null;
            site_id: number;
            /** @enum {string} */
            status: "open" | "met" | "missed" | "removed";
            target: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            /** @description as far as it is known */
            value: number | null;
        };
        GoalList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Goal"][];
        };
        GuaranteeClaim: {
            account_id: number;
            amount: string | null;
            backlink_id: number;
            check_id: string | null;
            claimed_by: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            claimed_on: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            credit_note_id: number | null;
            id: number;
            note: string | null;
            order_id: number;
            /** @enum {string} */
            reason: "lost" | "nofollow" | "deindexed" | "page_dead";
            refused_because: string | null;
            remedy: ("replacement" | "credit") | null;
            replacement_id: number | null;
            settled_at: string | null;
            site_id: number;
            /** @enum {string} */
            status: "open" | "accepted" | "refused" | "remedied";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        GuaranteeClaimList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["GuaranteeClaim"][];
        };
        GuaranteeTerms: {
            covers: ("lost" | "nofollow" | "deindexed" | "page_dead")[];
            days: number;
            /** @enum {string} */
            remedy: "replacement" | "credit";
            /** @enum {string} */
            replacement_window: "rest" | "fresh";
        };
        HealthAnswer: {
            /** @constant */
            status: "ok";
        };
        InclusionProof: {
            /** Format: uuid */
            event_id: string;
            leaf: string;
            /** @example abababababababababababababababababababababababababababababababab */
            leaf_hash: string;
            leaf_index: number;
            path: string[];
            tree_size: number;
        };
        IndexingRequest: {
            account_id: number;
            attempts: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                /**
                 * @description US dollars with four decimals; not for clients
                 * @example 0.0075
                 */
                cost?: string;
                error?: string;
                /** @enum {string} */
                outcome: "accepted" | "refused" | "temporary" | "unknown_outcome";
                reference?: string;
                service?: string;
                /** @enum {string} */
                step: "submit" | "resubmit";
            }[];
            backlink_id: number;
            /** @description what was paid besides the submissions; not for clients */
            charges?: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                /**
                 * @description US dollars with four decimals; not for clients
                 * @example 0.0075
                 */
                cost: string;
                service: string;
                step: string;
                /** @constant */
                what: "index_check";
            }[];
            check_count: number;
            checks: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                day: number;
                evidence: {
                    [key: string]: unknown;
                };
                indexed: boolean | null;
            }[];
            /**
             * @description US dollars with four decimals; not for clients
             * @example 0.0075
             */
            cost?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            /** @enum {string} */
            entitled_by: "plan" | "managed_pro" | "boost";
            failure: string | null;
            first_check_at: string | null;
            id: number;
            indexed_at: string | null;
            indexed_on_day: number | null;
            indexing_service?: string | null;
            is_indexed: boolean;
            last_check_at: string | null;
            needs_review: boolean;
            next_step: {
                due_at: string | null;
                name: string;
            } | null;
            order_id: number;
            review: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                note: string | null;
                outcome: string;
            } | null;
            sector_id: number | null;
            service_request_id?: string | null;
            site_id: number;
            /** @enum {string} */
            status: "queued" | "submitted" | "checking" | "resubmitted" | "indexed" | "failed" | "cancelled";
            submitted_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            url: string;
        };
        IndexingRequestList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["IndexingRequest"][];
        };
        IndexingStats: {
            by_service?: {
                /**
                 * @description US dollars with four decimals; not for clients
                 * @example 0.0075
                 */
                cost: string;
                failed: number;
                indexed: number;
                service: string;
                submitted: number;
            }[];
            by_status: {
                [key: string]: number;
            };
            /**
             * @description US dollars with four decimals; not for clients
             * @example 0.0075
             */
            cost_total?: string;
            median_days_to_index: number | null;
            pending: number;
            /** @description services that need somebody to act, such as one whose balance is used up */
            problems?: {
                problem: string;
                service: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                since: string;
            }[];
            site_id: number | null;
            /** @description indexed ÷ (indexed + failed) */
            success_rate: number | null;
            total: number;
        };
        IndexingSubmission: {
            accepted: {
                backlink_id: number;
                request_id: number;
            }[];
            refused: {
                backlink_id: number;
                code: string;
                message: string;
            }[];
        };
        Invoice: {
            account_id: number;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount_due: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            billing_date: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            credit_notes: components["schemas"]["CreditNote"][];
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            credited: string;
            /** @constant */
            currency: "USD";
            due_on: string | null;
            dunning: components["schemas"]["Dunning"];
            id: number;
            issued_on: string | null;
            /** @enum {string} */
            kind: "regular" | "prepaid";
            lines: components["schemas"]["InvoiceLine"][];
            number: string | null;
            order_id: number | null;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            paid: string;
            payments: components["schemas"]["Payment"][];
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_end: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_start: string;
            purchase_id: number | null;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            refunded: string;
            refunds: components["schemas"]["Refund"][];
            /** @enum {string} */
            status: "draft" | "open" | "past_due" | "paid" | "uncollectible" | "void";
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            subtotal: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            tax: string;
            tax_rate: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            total: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        InvoiceComparison: {
            after: components["schemas"]["InvoicePreview"];
            before: components["schemas"]["InvoicePreview"];
        };
        InvoiceConsequence: {
            amount: string | null;
            gateway: ("stripe" | "paypal" | "manual") | null;
            /** @enum {string} */
            kind: "charge" | "approve" | "payment" | "paid" | "bought" | "services_resume" | "credit_note" | "lowers_due" | "account_credit" | "refund" | "reversed" | "written_off" | "voided" | "billed_again" | "credit_returned" | "purchase_ends" | "dunning_held" | "dunning_suspended" | "dunning_goes_on" | "dispute_opened" | "dispute_closed" | "network_told";
            payment_id: number | null;
        };
        InvoiceDryRun: {
            after: components["schemas"]["InvoiceStanding"];
            before: components["schemas"]["InvoiceStanding"];
            will: components["schemas"]["InvoiceConsequence"][];
        };
        InvoiceLine: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            causes: string[];
            description: string;
            id: number;
            inputs: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            kind: "subscription" | "order" | "pass_through" | "add_on" | "credit" | "tax";
            order_id: number | null;
            rule: string;
            sector_id: number | null;
            site_id: number | null;
            steps: {
                text: string;
                value: string;
            }[];
            subscription_id: number | null;
        };
        InvoiceList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Invoice"][];
        };
        InvoicePreview: {
            accrued: {
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                through: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                total: string;
            };
            /** @constant */
            currency: "USD";
            lines: components["schemas"]["InvoicePreviewLine"][];
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_end: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_start: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            subtotal: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            tax: string;
            tax_rate: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            total: string;
        };
        InvoicePreviewLine: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            causes: string[];
            description: string;
            inputs: {
                billable_days: number;
                days_in_month: number;
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                from: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                monthly_price: string;
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                to: string;
            };
            /** @enum {string} */
            kind: "subscription" | "order" | "pass_through" | "add_on" | "credit" | "tax";
            rule: string;
            steps: {
                text: string;
                value: string;
            }[];
        };
        InvoiceStanding: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount_due: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            credited: string;
            dunning: components["schemas"]["Dunning"];
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            kept_as_credit: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            paid: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            refunded: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            reversed: string;
            /** @enum {string} */
            status: "open" | "past_due" | "paid" | "uncollectible" | "void";
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            total: string;
        };
        IssueTokenAnswer: {
            account_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            expires_at: string | null;
            id: number;
            label: string | null;
            revoked_at: string | null;
            /** @enum {string} */
            role: "admin" | "account_manager" | "agency" | "client" | "platform";
            scopes: ("read" | "write")[];
            /** @description shown in this answer only */
            token: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            user_id: number | null;
        };
        Job: {
            job: string;
            last_run: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                detail: string | null;
                duration_ms: number | null;
                outcome: string;
            } | null;
            next_run_at: string | null;
            /** @description how far what the last run has asked for is; of jobs whose work goes on after them */
            progress: {
                done: number;
                failed: number;
                total: number;
            } | null;
            schedule: string;
        };
        JobList: {
            results: components["schemas"]["Job"][];
        };
        KeptAhrefsSnapshot: {
            account_id: number;
            backlinks_total: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            domain: string;
            domain_rating: number | null;
            id: number;
            organic_keywords: number | null;
            organic_traffic: number | null;
            referring_domains: number | null;
            site_id: number;
            /**
             * Format: date
             * @example 2026-11-20
             */
            snapshot_date: string;
        };
        KeptAhrefsSnapshotList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["KeptAhrefsSnapshot"][];
        };
        KeywordRankedFactInput: {
            data: {
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                date: string;
                keyword: string;
                position: number;
                previous_position?: number | null;
                site_id: number;
                /** @enum {string} */
                source: "gsc" | "ahrefs";
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "KeywordRanked";
        } & {
            [key: string]: unknown;
        };
        LaunchFlag: {
            results: {
                account_id: number | null;
                enabled: boolean;
                /** @description null: in every environment */
                environment: ("staging" | "production") | null;
                event_id: string | null;
                /** @enum {string} */
                flag: "managed_services_enabled";
                /** @description of all accounts; null: all or none, as `enabled` says */
                percentage: number | null;
                reason: string | null;
                set_by: components["schemas"]["Actor"] | null;
                updated_at: string | null;
            }[];
        };
        ListEffectsAnswer: {
            count: number;
            next: string | null;
            previous: string | null;
            results: ({
                attempts: number;
                id: number;
                kind: string;
                status: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        ListIndexingCreditsAnswer: {
            account_id: number;
            balance: number;
            count: number;
            next: string | null;
            previous: string | null;
            results: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                balance_after: number;
                change: number;
                /** Format: uuid */
                event_id: string;
                reason: string;
            }[];
        };
        ListOrphanFactsAnswer: {
            count: number;
            next: string | null;
            previous: string | null;
            results: {
                data: {
                    [key: string]: unknown;
                };
                id: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                received_at: string;
                source: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                time: string;
                type: string;
                waiting_for: {
                    id: number;
                    kind: string;
                };
            }[];
        };
        ListProjectionsAnswer: {
            results: {
                lag: number;
                name: string;
                parked: {
                    error: string;
                    position: number;
                    revision: number;
                    stream: string;
                }[];
                position: number;
                version: number;
            }[];
        };
        ListSandboxMailAnswer: {
            results: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                attachments: {
                    name: string;
                    size: number;
                    type: string;
                }[];
                headers: {
                    [key: string]: string;
                };
                html: string;
                subject: string;
                text: string;
                to: string[];
            }[];
        };
        LogVerdict: {
            heads?: number;
            holds: boolean;
            leaf_index?: number;
            position?: number;
            size?: number;
            why?: string;
        };
        MakeSandboxRefundAnswer: {
            id: string;
        };
        ManagedSubscription: {
            account_id: number;
            account_manager_id: number | null;
            article_target: number;
            articles_per_month: number;
            behind: {
                content: boolean;
                since: string | null;
            };
            cancelled_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            current_month_articles_published: number;
            current_month_start: string | null;
            id: number;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            monthly_price: string;
            next_billing_date: string | null;
            onboarding: {
                blocked_reason: string | null;
                /** @enum {string} */
                status: "not_started" | "running" | "blocked" | "completed";
                steps: {
                    at: string | null;
                    attempts: number;
                    error: string | null;
                    next_retry_at: string | null;
                    /** @enum {string} */
                    status: "pending" | "started" | "completed" | "failed" | "blocked";
                    step: string;
                }[];
            };
            paused_reason: string | null;
            sector_id: number | null;
            service_config: {
                [key: string]: unknown;
            };
            site_id: number;
            started_at: string | null;
            /** @enum {string} */
            status: "pending" | "active" | "paused" | "cancelled";
            /** @enum {string} */
            tier: "lite" | "pro";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        ManagedSubscriptionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ManagedSubscription"][];
        };
        Margin: {
            /** @enum {string} */
            by: "order" | "subscription" | "client" | "service" | "month";
            from: string;
            results: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                cost: string;
                cost_by_kind: {
                    [key: string]: string;
                };
                key: string;
                label: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                margin: string;
                margin_percent: number | null;
                planned: {
                    high: number;
                    low: number;
                } | null;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue_accrued: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue_invoiced: string;
            }[];
            to: string;
            totals: {
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                cost: string;
                cost_by_kind: {
                    [key: string]: string;
                };
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                margin: string;
                margin_percent: number | null;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue_accrued: string;
                /**
                 * @description US dollars as decimal text
                 * @example 399.00
                 */
                revenue_invoiced: string;
            };
        };
        Member: {
            account_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            email: string;
            id: number;
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
            last_sign_in_at: string | null;
            /** @description what they may do for their account; of staff empty */
            may: ("reports" | "orders" | "invoices" | "approve" | "buy")[];
            name: string;
            role: ("admin" | "account_manager") | null;
            /** @enum {string} */
            status: "invited" | "active" | "removed";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            user_id: number | null;
        };
        MemberList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Member"][];
        };
        Message: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            at: string;
            author: {
                id?: number;
                /** @enum {string} */
                kind: "admin" | "account_manager" | "agency" | "client";
                name: string;
            };
            files: components["schemas"]["StoredFile"][];
            id: number;
            /** @enum {string} */
            kind: "order" | "subscription" | "report" | "invoice";
            /** @description when the other side first had it before them */
            read_at: string | null;
            subject_id: number;
            text: string;
            /** @enum {string} */
            visibility: "client" | "team";
        };
        MessageList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Message"][];
        };
        NextInvoice: {
            /** @description less than the account’s card can be charged with: it waits for the invoice after it */
            carried_over: boolean;
            lines: components["schemas"]["InvoiceLine"][];
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            subtotal: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            tax: string;
            tax_rate: string;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            total: string;
        };
        NextInvoiceChange: {
            after: components["schemas"]["NextInvoice"];
            before: components["schemas"]["NextInvoice"];
            /**
             * Format: date
             * @example 2026-11-20
             */
            billing_date: string;
            /** @constant */
            currency: "USD";
        };
        OpenSandboxDisputeAnswer: {
            id: string;
        };
        OrderLine: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            delivered?: number;
            dr?: number;
            id: number;
            niche_surcharge: number;
            /** @enum {string} */
            package?: "starter" | "growth" | "authority" | "enterprise";
            quantity: number;
            /** @enum {string} */
            tier?: "basic_guest_post" | "standard_guest_post" | "premium_guest_post" | "pr_basic" | "pr_premium";
            unit_price: string | null;
        };
        OverdueItem: {
            account_id: number | null;
            detail: string;
            href: string;
            id: number;
            kind: string;
            since: string;
            site_id: number | null;
            /**
             * @description whose turn it is
             * @enum {string}
             */
            waiting_for: "client" | "us";
        };
        OverdueItemList: {
            count: number;
            counts: {
                [key: string]: number;
            };
            next: string | null;
            previous: string | null;
            results: components["schemas"]["OverdueItem"][];
        };
        Payment: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            approve_url?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            error: string | null;
            /** @enum {string} */
            gateway: "stripe" | "paypal" | "manual";
            id: number;
            invoice_id: number;
            received_on: string | null;
            reference: string | null;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            refunded: string;
            /** @enum {string} */
            status: "pending" | "awaiting_payer" | "succeeded" | "failed" | "unknown" | "refunded" | "reversed";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        PaymentMethod: {
            client_secret?: string;
            error: string | null;
            expires: string | null;
            /** @enum {string} */
            gateway: "stripe" | "paypal" | "manual";
            id: number;
            is_default: boolean;
            label: string;
            last4: string | null;
            /** @enum {string} */
            status: "pending" | "proven" | "failed";
        };
        PaymentMethodList: {
            results: components["schemas"]["PaymentMethod"][];
        };
        PlacementProposal: {
            account_id: number;
            anchor_text: string;
            /** @description client, agency, admin, or silence */
            approved_by: string | null;
            backlink_id: number | null;
            /** @description not for clients */
            cost?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            decided_at: string | null;
            id: number;
            metrics: {
                dr?: number;
                traffic?: number;
            } | null;
            order_id: number;
            /**
             * Format: date
             * @example 2026-11-20
             */
            proposed_on: string;
            reason: string | null;
            /** @description when silence approves it */
            silent_on: string | null;
            site_id: number;
            source_domain: string;
            source_url: string | null;
            /** @enum {string} */
            status: "proposed" | "approved" | "rejected" | "withdrawn" | "placed";
            target_url: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            /** @description not for clients */
            vendor?: string;
        };
        PlacementProposalList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["PlacementProposal"][];
        };
        Plan: {
            credits: number;
            id: number;
            /**
             * @description taken in paths as well as the id
             * @enum {string}
             */
            key: "free" | "starter" | "growth" | "scale";
            plan_features: {
                [key: string]: string | number | boolean | string[];
            };
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            price: string;
            sites: number | null;
            users: number | null;
            version: number;
        };
        PlanList: {
            results: components["schemas"]["Plan"][];
        };
        PreviewReportAnswer: {
            [key: string]: unknown;
        };
        PriceBook: {
            ahrefs: {
                [key: string]: unknown;
            };
            /** @description the questions that orders with a brief ask */
            brief: {
                [key: string]: unknown;
            };
            /** @constant */
            currency: "USD";
            /** @description frozen by the approval of an order */
            guarantee: {
                [key: string]: unknown;
            };
            indexing: {
                [key: string]: unknown;
            };
            niches: {
                [key: string]: unknown;
            };
            packages: {
                [key: string]: unknown;
            };
            pass_through: {
                [key: string]: unknown;
            };
            tiers: {
                [key: string]: unknown;
            };
            version: number;
        };
        PriceBookVersion: {
            changed: {
                from: string;
                path: string;
                to: string;
            }[];
            changed_by: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            reason: string;
            version: number;
        };
        PriceBookVersionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["PriceBookVersion"][];
        };
        Problem: {
            /** @enum {string} */
            code: "malformed" | "unauthorized" | "forbidden" | "not_permitted" | "feature_not_in_plan" | "not_found" | "gone" | "method_not_allowed" | "duplicate" | "last_approver" | "in_use" | "invalid_state" | "not_as_approved" | "brief_incomplete" | "domain_blocked" | "storage_full" | "over_budget" | "units_exhausted" | "not_refundable" | "payment_in_flight" | "version_superseded" | "not_approved" | "report_not_ready" | "no_recipients" | "white_label_unready" | "fact_conflict" | "site_of_other_account" | "idempotency_in_progress" | "revision_moved" | "too_large" | "unsupported_media_type" | "invalid_values" | "override_required" | "price_out_of_range" | "idempotency_mismatch" | "clock_backwards" | "rate_limited" | "internal" | "unavailable" | "busy" | "not_drawn_yet" | "not_yet_visible";
            current_state?: string;
            detail: string;
            errors: {
                column?: number;
                line?: number;
                message: string;
                pointer: string;
            }[];
            existing_id?: number;
            instance: string;
            request_id: string;
            status: number;
            title: string;
            type: string;
            upgrade_to?: string | null;
        };
        ReadinessAnswer: {
            checks: {
                [key: string]: unknown;
            };
            ready: boolean;
        };
        RebuildProjectionAnswer: {
            name: string;
            /** @constant */
            status: "rebuilding";
        };
        ReceivePayPalWebhookAnswer: {
            /** @constant */
            received: true;
        };
        ReceiveStripeWebhookAnswer: {
            /** @constant */
            received: true;
        };
        RedeliverWebhookAnswer: {
            id: number;
            /** @constant */
            status: "requested";
        };
        Refund: {
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            at: string;
            credit_note_id: number | null;
            error: string | null;
            /** @enum {string} */
            gateway: "stripe" | "paypal" | "manual";
            id: number;
            /** @enum {string} */
            made: "here" | "at_gateway" | "taken_back";
            payment_id: number;
            reason: string;
            reference: string | null;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
        };
        RegisterWebhookAnswer: {
            account_id: number | null;
            /** @description false: it is switched off, and told of nothing */
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            disabled_at: string | null;
            /** @description `gone`: its receiver answered 410 */
            disabled_because: ("switched_off" | "gone") | null;
            event_types: ("ManagedSubscriptionCreated" | "ManagedSubscriptionActivated" | "ManagedSubscriptionPaused" | "ManagedSubscriptionResumed" | "ManagedSubscriptionCancelled" | "ManagedSubscriptionPriceChanged" | "ManagedSubscriptionTierChanged" | "ServiceConfigChanged" | "ServiceMonthStarted" | "ServiceMonthClosed" | "FellBehindOnContent" | "CaughtUpOnContent" | "OnboardingStepStarted" | "OnboardingStepCompleted" | "OnboardingStepFailed" | "OnboardingStepBlocked" | "DeliveryRunStarted" | "DeliveryRunSkipped" | "DeliveryMonthEnded" | "MessagePosted" | "MessagesRead" | "ArticlePublished" | "InvoiceIssued" | "InvoicePaid" | "InvoiceBecamePastDue" | "InvoiceMarkedUncollectible" | "InvoiceVoided" | "CreditNoteIssued" | "CreditNoteNumbered" | "InvoicePaymentStarted" | "InvoicePaymentAwaitingPayer" | "InvoicePaymentSucceeded" | "InvoicePaymentFailed" | "InvoicePaymentReversed" | "InvoiceRefundStarted" | "InvoiceRefundSucceeded" | "InvoiceRefundFailed" | "BacklinkOrderDrafted" | "BacklinkOrderRevised" | "BacklinkOrderApproved" | "BacklinkOrderStarted" | "BacklinkOrderRepriced" | "BacklinkOrderFellBehind" | "BacklinkOrderCaughtUp" | "BacklinkOrderDelivered" | "BacklinkOrderCompleted" | "BacklinkOrderCancelled" | "PlacementProposed" | "PlacementApproved" | "PlacementApprovedBySilence" | "PlacementRejected" | "PlacementWithdrawn" | "PlacementsHalted" | "PlacementsContinued" | "BriefCompleted" | "GuaranteeClaimed" | "GuaranteeSettled" | "BacklinkOrderRenewed" | "BacklinkOrderRenewalHeld" | "BacklinkOrderRenewalEnded" | "BacklinkPlaced" | "BacklinkAccepted" | "BacklinkWentLive" | "BacklinkFlagged" | "BacklinkLost" | "BacklinkRejected" | "BacklinkReplaced" | "IndexingRequested" | "IndexingSubmitted" | "IndexingChecked" | "IndexingSucceeded" | "IndexingGaveUp" | "IndexingStopped" | "IndexingReviewed" | "InvoiceDisputeOpened" | "DisputeEvidenceSubmitted" | "InvoiceDisputeClosed" | "ReportDelivered")[];
            id: number;
            secret: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            url: string;
        };
        Replay: {
            differences: {
                path: string;
                replayed: unknown;
                stored: unknown;
            }[];
            equal: boolean;
            position: number;
        };
        Report: {
            account_id: number;
            branding_id: number | null;
            comments: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                author: {
                    id: number | null;
                    name: string;
                    role: string;
                };
                id: number;
                section: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan") | null;
                text: string;
                version: number;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            deliveries?: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                /** @enum {string} */
                outcome: "accepted" | "refused" | "unknown" | "unsubscribed" | "skipped";
                to: string;
                version: number;
            }[];
            /**
             * Format: date
             * @example 2026-11-20
             */
            due_on: string;
            generated_at: string | null;
            id: number;
            is_white_label: boolean;
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
            managed_subscription_id: number | null;
            /** @description facts of its site that came after its position */
            newer_facts: number;
            /** @enum {string} */
            page_size: "A4" | "Letter";
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_end: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_start: string;
            position: number;
            problem: {
                code: string;
                detail: string;
            } | null;
            report_data: {
                [key: string]: unknown;
            } | null;
            /** @description opens for a quarter of an hour */
            report_pdf_url: string | null;
            /** @enum {string} */
            report_type: "weekly" | "monthly" | "quarterly";
            /** @enum {string} */
            review: "none" | "before_sending";
            sections_included: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[];
            sent_at: string | null;
            sent_to?: string[];
            shares: components["schemas"]["ReportShare"][];
            site_id: number;
            /** @enum {string} */
            state: "generating" | "in_review" | "approved" | "sent" | "rejected";
            /** @enum {string} */
            status: "queued" | "rendering" | "ready" | "failed";
            template_id: number | null;
            /** @enum {string} */
            theme: "light" | "dark";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            version: number;
            versions: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                at: string;
                branding_revision: number | null;
                /** @enum {string} */
                cause: "generated" | "regenerated" | "comment";
                comments_through: number | null;
                pages: number | null;
                position: number;
                renderer: string | null;
                sha256: string | null;
                template_revision: number | null;
                version: number;
            }[];
        };
        ReportFeatureUsageAnswer: {
            /**
             * Format: date
             * @example 2026-11-20
             */
            from: string;
            results: components["schemas"]["FeatureUsageWeek"][];
            /**
             * Format: date
             * @example 2026-11-20
             */
            to: string;
        };
        ReportLink: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            expires_at: string;
            url: string;
        };
        ReportListed: {
            account_id: number;
            branding_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            /**
             * Format: date
             * @example 2026-11-20
             */
            due_on: string;
            generated_at: string | null;
            id: number;
            is_white_label: boolean;
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
            managed_subscription_id: number | null;
            /** @enum {string} */
            page_size: "A4" | "Letter";
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_end: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            period_start: string;
            position: number;
            problem: {
                code: string;
                detail: string;
            } | null;
            /** @description opens for a quarter of an hour */
            report_pdf_url: string | null;
            /** @enum {string} */
            report_type: "weekly" | "monthly" | "quarterly";
            /** @enum {string} */
            review: "none" | "before_sending";
            sections_included: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[];
            sent_at: string | null;
            sent_to?: string[];
            site_id: number;
            /** @enum {string} */
            state: "generating" | "in_review" | "approved" | "sent" | "rejected";
            /** @enum {string} */
            status: "queued" | "rendering" | "ready" | "failed";
            template_id: number | null;
            /** @enum {string} */
            theme: "light" | "dark";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            version: number;
        };
        ReportListedList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ReportListed"][];
        };
        ReportShare: {
            /** @description said once, by the answer that made it */
            address?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            expires_at: string;
            has_password: boolean;
            id: number;
            last_viewed_on: string | null;
            report_id: number;
            revoked_at: string | null;
            sections: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[] | null;
            views: number;
        };
        ReportTemplate: {
            account_id: number;
            branding_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            id: number;
            is_default: boolean;
            name: string;
            template_css: string;
            template_html: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        ReportTemplateList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ReportTemplate"][];
        };
        RetryEffectAnswer: {
            id: number;
            /** @constant */
            status: "retrying";
        };
        RevisePlanFeaturesAnswer: {
            affected: {
                accounts: number;
                grandfathered: number;
                moved: number;
            };
            plan: string;
            plan_id: number;
            version: number;
        };
        SchemaScanCompletedFactInput: {
            data: {
                enhanced: number;
                pages: number;
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SchemaScanCompleted";
        } & {
            [key: string]: unknown;
        };
        SearchMetricsRecordedFactInput: {
            data: {
                brand_clicks?: number;
                by_country?: {
                    clicks: number;
                    country: string;
                    impressions: number;
                    position?: number;
                }[];
                by_device?: {
                    clicks: number;
                    device: string;
                    impressions: number;
                }[];
                clicks: number;
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                date: string;
                impressions: number;
                position: number;
                site_id: number;
                top_pages?: {
                    clicks: number;
                    impressions: number;
                    page: string;
                    position?: number;
                }[];
                top_queries?: {
                    clicks: number;
                    impressions: number;
                    position: number;
                    query: string;
                }[];
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SearchMetricsRecorded";
        } & {
            [key: string]: unknown;
        };
        Seller: {
            address_lines: string[];
            bank: string[];
            email: string;
            name: string;
            tax_id: string | null;
        };
        SendSandboxNoticeAnswer: {
            type: string;
        };
        sendSandboxNoticeInputschema0: unknown;
        SetSandboxFaultAnswer: {
            /** @enum {string} */
            mode: "down" | "slow" | "refuse" | "lose_answer" | "half_answer" | "off";
            provider: string;
            times: number | null;
        };
        SetSandboxIndexAnswer: {
            url: string;
        } & {
            [key: string]: unknown;
        };
        SetSandboxPageAnswer: {
            url: string;
        } & {
            [key: string]: unknown;
        };
        SetSandboxPlanSubscriptionAnswer: {
            id: string;
        };
        SettledDispute: {
            account_id: number;
            /**
             * @description US dollars as decimal text
             * @example 399.00
             */
            amount: string;
            closed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            credit_note_id: number | null;
            due_by: string | null;
            evidence: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                generated_at: string;
                sha256: string;
                size_bytes: number;
                tree_size: number;
            } | null;
            id: number;
            invoice_id: number;
            invoice_status: string;
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            opened_at: string;
            /** @enum {string} */
            opened_by: "card_network" | "client" | "admin";
            payment_id: number | null;
            reason: string;
            refund_id: number | null;
            /** @enum {string} */
            status: "open" | "evidence_ready" | "submitted" | "won" | "lost" | "credited";
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        SettleEffectAnswer: {
            id: number;
            /** @constant */
            status: "succeeded";
        };
        SignedLink: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            expires_at: string;
            url: string;
        };
        SigningKey: {
            handover: string | null;
            key_id: string;
            previous: string | null;
            public_key: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            since: string;
        };
        SigningKeyList: {
            results: components["schemas"]["SigningKey"][];
        };
        Site: {
            account_id: number;
            connected: boolean;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            domain: string;
            id: number;
            name: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        SiteHealthMeasuredFactInput: {
            data: {
                authority_score: number;
                clusters: {
                    name: string;
                    status: string;
                }[];
                completion: number;
                gaps: (string | {
                    [key: string]: unknown;
                })[];
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SiteHealthMeasured";
        } & {
            [key: string]: unknown;
        };
        SiteIntegrationConnectedFactInput: {
            data: {
                /** @constant */
                platform: "wordpress";
                plugin_version?: string;
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SiteIntegrationConnected";
        } & {
            [key: string]: unknown;
        };
        SiteIntegrationDisconnectedFactInput: {
            data: {
                reason?: string;
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SiteIntegrationDisconnected";
        } & {
            [key: string]: unknown;
        };
        SiteList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Site"][];
        };
        SiteRegisteredFactInput: {
            data: {
                account_id: number;
                domain: string;
                name?: string;
                niche?: string;
                sector_id?: number;
                site_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SiteRegistered";
        } & {
            [key: string]: unknown;
        };
        SocialEngagementMeasuredFactInput: {
            data: {
                comments: number;
                likes: number;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00Z
                 */
                measured_at: string;
                post_id: number;
                shares: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SocialEngagementMeasured";
        } & {
            [key: string]: unknown;
        };
        SocialPostPublishedFactInput: {
            data: {
                platform: string;
                post_id: number;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00Z
                 */
                published_at: string;
                site_id: number;
                text?: string;
                /** Format: uri */
                url?: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "SocialPostPublished";
        } & {
            [key: string]: unknown;
        };
        StoredFile: {
            id: number;
            name: string;
            sha256: string;
            size: number;
            /** @enum {string} */
            type: "image/png" | "image/jpeg" | "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "text/csv" | "text/plain";
        };
        StreamMoment: {
            after: unknown;
            before: unknown;
            data: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            metadata: {
                actor: components["schemas"]["Actor"];
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                occurred_at: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00.000Z
                 */
                recorded_at: string;
            } & {
                [key: string]: unknown;
            };
            position: number;
            revision: number;
            schema_version: number;
            stream: string;
            summary: string | null;
            type: string;
        };
        StreamMomentList: {
            next_after: number | null;
            results: components["schemas"]["StreamMoment"][];
        };
        Subject: {
            erased_at: string | null;
            erasures: number;
            id: number;
            kept: {
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                until: string;
                what: string;
                why: string;
            }[];
            /** @enum {string} */
            kind: "account" | "user" | "member";
        };
        TechnicalWorkDoneFactInput: {
            data: {
                /**
                 * Format: date
                 * @example 2026-11-20
                 */
                date: string;
                kind: string;
                site_id: number;
                title: string;
                /** Format: uri */
                url?: string;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "TechnicalWorkDone";
        } & {
            [key: string]: unknown;
        };
        TimelineEntry: {
            actor: components["schemas"]["Actor"];
            data: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            event_id: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            occurred_at: string;
            position: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            recorded_at: string;
            summary: string;
            type: string;
        };
        TimelineEntryList: {
            next_after: number | null;
            results: components["schemas"]["TimelineEntry"][];
        };
        TreeHead: {
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            issued_at: string;
            key_id: string;
            log_id: string;
            public_key: string;
            /** @example abababababababababababababababababababababababababababababababab */
            root_hash: string;
            signature: string;
            size: number;
        };
        UrlInspectedFactInput: {
            data: {
                coverage_state?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T10:00:00Z
                 */
                last_crawl_time?: string;
                site_id: number;
                /** Format: uri */
                url: string;
                /** @enum {string} */
                verdict: "indexed" | "pending" | "error";
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "UrlInspected";
        } & {
            [key: string]: unknown;
        };
        UserRegisteredFactInput: {
            data: {
                account_id: number;
                /** @example someone@example.com */
                email: string;
                name: string;
                phone?: string;
                user_id: number;
            };
            datacontenttype?: string | null;
            /** Format: uri */
            dataschema?: string | null;
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00Z
             */
            time: string;
            /** @constant */
            type: "UserRegistered";
        } & {
            [key: string]: unknown;
        };
        WebhookDelivery: {
            attempts: number;
            /** Format: uuid */
            event_id: string;
            event_type: string;
            id: number;
            last_error: string | null;
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            requested_at: string;
            /** @enum {string} */
            status: "requested" | "in_flight" | "retrying" | "succeeded" | "unknown" | "parked" | "cancelled";
        };
        WebhookDeliveryList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["WebhookDelivery"][];
        };
        WebhookEndpoint: {
            account_id: number | null;
            /** @description false: it is switched off, and told of nothing */
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            disabled_at: string | null;
            /** @description `gone`: its receiver answered 410 */
            disabled_because: ("switched_off" | "gone") | null;
            event_types: ("ManagedSubscriptionCreated" | "ManagedSubscriptionActivated" | "ManagedSubscriptionPaused" | "ManagedSubscriptionResumed" | "ManagedSubscriptionCancelled" | "ManagedSubscriptionPriceChanged" | "ManagedSubscriptionTierChanged" | "ServiceConfigChanged" | "ServiceMonthStarted" | "ServiceMonthClosed" | "FellBehindOnContent" | "CaughtUpOnContent" | "OnboardingStepStarted" | "OnboardingStepCompleted" | "OnboardingStepFailed" | "OnboardingStepBlocked" | "DeliveryRunStarted" | "DeliveryRunSkipped" | "DeliveryMonthEnded" | "MessagePosted" | "MessagesRead" | "ArticlePublished" | "InvoiceIssued" | "InvoicePaid" | "InvoiceBecamePastDue" | "InvoiceMarkedUncollectible" | "InvoiceVoided" | "CreditNoteIssued" | "CreditNoteNumbered" | "InvoicePaymentStarted" | "InvoicePaymentAwaitingPayer" | "InvoicePaymentSucceeded" | "InvoicePaymentFailed" | "InvoicePaymentReversed" | "InvoiceRefundStarted" | "InvoiceRefundSucceeded" | "InvoiceRefundFailed" | "BacklinkOrderDrafted" | "BacklinkOrderRevised" | "BacklinkOrderApproved" | "BacklinkOrderStarted" | "BacklinkOrderRepriced" | "BacklinkOrderFellBehind" | "BacklinkOrderCaughtUp" | "BacklinkOrderDelivered" | "BacklinkOrderCompleted" | "BacklinkOrderCancelled" | "PlacementProposed" | "PlacementApproved" | "PlacementApprovedBySilence" | "PlacementRejected" | "PlacementWithdrawn" | "PlacementsHalted" | "PlacementsContinued" | "BriefCompleted" | "GuaranteeClaimed" | "GuaranteeSettled" | "BacklinkOrderRenewed" | "BacklinkOrderRenewalHeld" | "BacklinkOrderRenewalEnded" | "BacklinkPlaced" | "BacklinkAccepted" | "BacklinkWentLive" | "BacklinkFlagged" | "BacklinkLost" | "BacklinkRejected" | "BacklinkReplaced" | "IndexingRequested" | "IndexingSubmitted" | "IndexingChecked" | "IndexingSucceeded" | "IndexingGaveUp" | "IndexingStopped" | "IndexingReviewed" | "InvoiceDisputeOpened" | "DisputeEvidenceSubmitted" | "InvoiceDisputeClosed" | "ReportDelivered")[];
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            url: string;
        };
        WebhookEndpointList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["WebhookEndpoint"][];
        };
        WebhookWithNewSecret: {
            account_id: number | null;
            /** @description false: it is switched off, and told of nothing */
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            disabled_at: string | null;
            /** @description `gone`: its receiver answered 410 */
            disabled_because: ("switched_off" | "gone") | null;
            event_types: ("ManagedSubscriptionCreated" | "ManagedSubscriptionActivated" | "ManagedSubscriptionPaused" | "ManagedSubscriptionResumed" | "ManagedSubscriptionCancelled" | "ManagedSubscriptionPriceChanged" | "ManagedSubscriptionTierChanged" | "ServiceConfigChanged" | "ServiceMonthStarted" | "ServiceMonthClosed" | "FellBehindOnContent" | "CaughtUpOnContent" | "OnboardingStepStarted" | "OnboardingStepCompleted" | "OnboardingStepFailed" | "OnboardingStepBlocked" | "DeliveryRunStarted" | "DeliveryRunSkipped" | "DeliveryMonthEnded" | "MessagePosted" | "MessagesRead" | "ArticlePublished" | "InvoiceIssued" | "InvoicePaid" | "InvoiceBecamePastDue" | "InvoiceMarkedUncollectible" | "InvoiceVoided" | "CreditNoteIssued" | "CreditNoteNumbered" | "InvoicePaymentStarted" | "InvoicePaymentAwaitingPayer" | "InvoicePaymentSucceeded" | "InvoicePaymentFailed" | "InvoicePaymentReversed" | "InvoiceRefundStarted" | "InvoiceRefundSucceeded" | "InvoiceRefundFailed" | "BacklinkOrderDrafted" | "BacklinkOrderRevised" | "BacklinkOrderApproved" | "BacklinkOrderStarted" | "BacklinkOrderRepriced" | "BacklinkOrderFellBehind" | "BacklinkOrderCaughtUp" | "BacklinkOrderDelivered" | "BacklinkOrderCompleted" | "BacklinkOrderCancelled" | "PlacementProposed" | "PlacementApproved" | "PlacementApprovedBySilence" | "PlacementRejected" | "PlacementWithdrawn" | "PlacementsHalted" | "PlacementsContinued" | "BriefCompleted" | "GuaranteeClaimed" | "GuaranteeSettled" | "BacklinkOrderRenewed" | "BacklinkOrderRenewalHeld" | "BacklinkOrderRenewalEnded" | "BacklinkPlaced" | "BacklinkAccepted" | "BacklinkWentLive" | "BacklinkFlagged" | "BacklinkLost" | "BacklinkRejected" | "BacklinkReplaced" | "IndexingRequested" | "IndexingSubmitted" | "IndexingChecked" | "IndexingSucceeded" | "IndexingGaveUp" | "IndexingStopped" | "IndexingReviewed" | "InvoiceDisputeOpened" | "DisputeEvidenceSubmitted" | "InvoiceDisputeClosed" | "ReportDelivered")[];
            id: number;
            /**
             * Format: date-time
             * @description until then each message carries a signature with the old one too
             * @example 2026-11-20T10:00:00.000Z
             */
            old_secret_until: string;
            secret: string;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
            url: string;
        };
        WorkRequest: {
            account_id: number | null;
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            created_at: string;
            created_by: number | null;
            error: string | null;
            id: number;
            /** @enum {string} */
            kind: "blueprint.generate" | "automation.configure" | "content.plan" | "pipeline.run" | "social.schedule" | "schema.scan" | "gsc.inspect" | "taxonomy.generate" | "blueprint.approve" | "content.review";
            payload: {
                [key: string]: unknown;
            };
            result: {
                [key: string]: unknown;
            } | null;
            sector_id: number | null;
            site_id: number | null;
            /** @enum {string} */
            status: "waiting" | "sent" | "done" | "failed";
            subscription_id: number | null;
            /**
             * Format: date-time
             * @example 2026-11-20T10:00:00.000Z
             */
            updated_at: string;
        };
        WorkRequestList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["WorkRequest"][];
        };
    };
    responses: {
        /** @description The request cannot be read */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/malformed",
                 *       "title": "The request cannot be read",
                 *       "status": 400,
                 *       "detail": "The request cannot be read",
                 *       "instance": "/api/v1/",
                 *       "code": "malformed",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A valid token is needed */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/unauthorized",
                 *       "title": "A valid token is needed",
                 *       "status": 401,
                 *       "detail": "A valid token is needed",
                 *       "instance": "/api/v1/",
                 *       "code": "unauthorized",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This token may not do that */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/forbidden",
                 *       "title": "This token may not do that",
                 *       "status": 403,
                 *       "detail": "This token may not do that",
                 *       "instance": "/api/v1/",
                 *       "code": "forbidden",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/not_found",
                 *       "title": "There is no such thing",
                 *       "status": 404,
                 *       "detail": "There is no such thing",
                 *       "instance": "/api/v1/",
                 *       "code": "not_found",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It exists already */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/duplicate",
                 *       "title": "It exists already",
                 *       "status": 409,
                 *       "detail": "It exists already",
                 *       "instance": "/api/v1/",
                 *       "code": "duplicate",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource has changed meanwhile */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/revision_moved",
                 *       "title": "The resource has changed meanwhile",
                 *       "status": 412,
                 *       "detail": "The resource has changed meanwhile",
                 *       "instance": "/api/v1/",
                 *       "code": "revision_moved",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/too_large",
                 *       "title": "The request is too large",
                 *       "status": 413,
                 *       "detail": "The request is too large",
                 *       "instance": "/api/v1/",
                 *       "code": "too_large",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The content type is not taken here */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/unsupported_media_type",
                 *       "title": "The content type is not taken here",
                 *       "status": 415,
                 *       "detail": "The content type is not taken here",
                 *       "instance": "/api/v1/",
                 *       "code": "unsupported_media_type",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some values are not valid */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/invalid_values",
                 *       "title": "Some values are not valid",
                 *       "status": 422,
                 *       "detail": "Some values are not valid",
                 *       "instance": "/api/v1/",
                 *       "code": "invalid_values",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/rate_limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many requests",
                 *       "instance": "/api/v1/",
                 *       "code": "rate_limited",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong here */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/internal",
                 *       "title": "Something went wrong here",
                 *       "status": 500,
                 *       "detail": "Something went wrong here",
                 *       "instance": "/api/v1/",
                 *       "code": "internal",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The store does not answer */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems/unavailable",
                 *       "title": "The store does not answer",
                 *       "status": 503,
                 *       "detail": "The store does not answer",
                 *       "instance": "/api/v1/",
                 *       "code": "unavailable",
                 *       "request_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAsOf: {
        parameters: {
            query?: {
                /** @description what had happened by then; now where it is left out, never later */
                as_of?: string;
                /** @description of that, what had been told by then; now where it is left out, never later */
                known_at?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description only of this kind */
                kind: string;
                /** @description the id of what is asked for */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "text",
                     *       "id": 1,
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "known_at": "2026-11-20T10:00:00.000Z",
                     *       "position": 1,
                     *       "state": {}
                     *     }
                     */
                    "application/json": components["schemas"]["AsOf"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getConsistency: {
        parameters: {
            query: {
                /** @description the first day or month that counts; a year before `to` where it is left out */
                from: number;
                /** @description the last day or month that counts; today where it is left out */
                to: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": 1,
                     *       "to": 1,
                     *       "path": [
                     *         "abababababababababababababababababababababababababababababababab"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only of this invoice */
                invoice_id?: number;
                /** @description only those that were opened by these */
                opened_by?: "card_network" | "client" | "admin";
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "opened_at" | "due_by" | "amount" | "updated_at" | "-id" | "-opened_at" | "-due_by" | "-amount" | "-updated_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "open" | "evidence_ready" | "submitted" | "won" | "lost" | "credited";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of disputes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "invoice_id": 1,
                     *           "account_id": 1,
                     *           "payment_id": 1,
                     *           "status": "open",
                     *           "reason": "text",
                     *           "opened_by": "card_network",
                     *           "amount": "399.00",
                     *           "due_by": "2026-11-20T10:00:00.000Z",
                     *           "evidence": {
                     *             "generated_at": "2026-11-20T10:00:00.000Z",
                     *             "sha256": "text",
                     *             "size_bytes": 1,
                     *             "tree_size": 1
                     *           },
                     *           "note": "text",
                     *           "opened_at": "2026-11-20T10:00:00.000Z",
                     *           "closed_at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DisputeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "invoice_id": 12,
                 *       "amount": "50.00",
                 *       "reason": "two articles were not published"
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount?: string;
                    invoice_id: number;
                    /** @enum {string} */
                    opened_by?: "client" | "admin";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the dispute */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "invoice_id": 1,
                     *       "account_id": 1,
                     *       "payment_id": 1,
                     *       "status": "open",
                     *       "reason": "text",
                     *       "opened_by": "card_network",
                     *       "amount": "399.00",
                     *       "due_by": "2026-11-20T10:00:00.000Z",
                     *       "evidence": {
                     *         "generated_at": "2026-11-20T10:00:00.000Z",
                     *         "sha256": "text",
                     *         "size_bytes": 1,
                     *         "tree_size": 1
                     *       },
                     *       "note": "text",
                     *       "opened_at": "2026-11-20T10:00:00.000Z",
                     *       "closed_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the dispute */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "invoice_id": 1,
                     *       "account_id": 1,
                     *       "payment_id": 1,
                     *       "status": "open",
                     *       "reason": "text",
                     *       "opened_by": "card_network",
                     *       "amount": "399.00",
                     *       "due_by": "2026-11-20T10:00:00.000Z",
                     *       "evidence": {
                     *         "generated_at": "2026-11-20T10:00:00.000Z",
                     *         "sha256": "text",
                     *         "size_bytes": 1,
                     *         "tree_size": 1
                     *       },
                     *       "note": "text",
                     *       "opened_at": "2026-11-20T10:00:00.000Z",
                     *       "closed_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getEvidenceBundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the bundle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    linkEvidenceBundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description the link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text",
                     *       "expires_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignedLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    prepareEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "submit": false
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    submit?: boolean;
                };
            };
        };
        responses: {
            /** @description the dispute with its evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "invoice_id": 1,
                     *       "account_id": 1,
                     *       "payment_id": 1,
                     *       "status": "open",
                     *       "reason": "text",
                     *       "opened_by": "card_network",
                     *       "amount": "399.00",
                     *       "due_by": "2026-11-20T10:00:00.000Z",
                     *       "evidence": {
                     *         "generated_at": "2026-11-20T10:00:00.000Z",
                     *         "sha256": "text",
                     *         "size_bytes": 1,
                     *         "tree_size": 1
                     *       },
                     *       "note": "text",
                     *       "opened_at": "2026-11-20T10:00:00.000Z",
                     *       "closed_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    settleDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "credited",
                 *       "note": "two articles were late"
                 *     }
                 */
                "application/json": {
                    note: string;
                    /** @enum {string} */
                    outcome: "won" | "lost" | "credited";
                };
            };
        };
        responses: {
            /** @description the dispute and what followed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "invoice_id": 1,
                     *       "account_id": 1,
                     *       "payment_id": 1,
                     *       "status": "open",
                     *       "reason": "text",
                     *       "opened_by": "card_network",
                     *       "amount": "399.00",
                     *       "due_by": "2026-11-20T10:00:00.000Z",
                     *       "evidence": {
                     *         "generated_at": "2026-11-20T10:00:00.000Z",
                     *         "sha256": "text",
                     *         "size_bytes": 1,
                     *         "tree_size": 1
                     *       },
                     *       "note": "text",
                     *       "opened_at": "2026-11-20T10:00:00.000Z",
                     *       "closed_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "credit_note_id": 1,
                     *       "refund_id": 1,
                     *       "invoice_status": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SettledDispute"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description the `next_after` of the page before */
                after?: number;
                /** @description only events that go back to this request, fact or timer */
                correlation_id?: string;
                /** @description results a page, 50 where it is left out, at most 200 */
                limit?: number;
                /** @description a stream of the log, such as `invoice-1` */
                stream?: string;
                /** @description only events of this type */
                type?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "position": 1,
                     *           "stream": "text",
                     *           "revision": 1,
                     *           "type": "text",
                     *           "schema_version": 1,
                     *           "data": {},
                     *           "metadata": {
                     *             "actor": {
                     *               "kind": "text",
                     *               "id": 1,
                     *               "name": "token-3"
                     *             },
                     *             "occurred_at": "2026-11-20T10:00:00.000Z",
                     *             "recorded_at": "2026-11-20T10:00:00.000Z"
                     *           },
                     *           "summary": "text"
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    explainInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the explanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice_id": 1,
                     *       "number": "text",
                     *       "lines": [
                     *         {
                     *           "line_id": 1,
                     *           "kind": "text",
                     *           "description": "text",
                     *           "amount": "399.00",
                     *           "rule": "text",
                     *           "inputs": {},
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "recomputed": "399.00",
                     *           "equal": true,
                     *           "why": "text",
                     *           "causes": [
                     *             {
                     *               "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *               "type": "text",
                     *               "stream": "text",
                     *               "position": 1,
                     *               "occurred_at": "2026-11-20T10:00:00.000Z",
                     *               "recorded_at": "2026-11-20T10:00:00.000Z",
                     *               "actor": {
                     *                 "kind": "text",
                     *                 "id": 1,
                     *                 "name": "token-3"
                     *               },
                     *               "summary": "text",
                     *               "because": [
                     *                 {
                     *                   "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *                   "type": "text",
                     *                   "stream": "text",
                     *                   "position": 1,
                     *                   "occurred_at": "2026-11-20T10:00:00.000Z",
                     *                   "recorded_at": "2026-11-20T10:00:00.000Z",
                     *                   "actor": {
                     *                     "kind": "text",
                     *                     "id": 1,
                     *                     "name": "token-3"
                     *                   },
                     *                   "summary": "text",
                     *                   "because": [
                     *                     {
                     *                       "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *                       "type": "text",
                     *                       "stream": "text",
                     *                       "position": 1,
                     *                       "occurred_at": "2026-11-20T10:00:00.000Z",
                     *                       "recorded_at": "2026-11-20T10:00:00.000Z",
                     *                       "actor": {
                     *                         "kind": "text",
                     *                         "id": 1,
                     *                         "name": "token-3"
                     *                       },
                     *                       "summary": "text",
                     *                       "because": [],
                     *                       "begun_by": {
                     *                         "kind": "request",
                     *                         "actor": {
                     *                           "kind": "text",
                     *                           "id": 1,
                     *                           "name": "token-3"
                     *                         },
                     *                         "at": "2026-11-20T10:00:00.000Z",
                     *                         "request_id": "text"
                     *                       }
                     *                     }
                     *                   ],
                     *                   "begun_by": {
                     *                     "kind": "request",
                     *                     "actor": {
                     *                       "kind": "text",
                     *                       "id": 1,
                     *                       "name": "token-3"
                     *                     },
                     *                     "at": "2026-11-20T10:00:00.000Z",
                     *                     "request_id": "text"
                     *                   }
                     *                 }
                     *               ],
                     *               "begun_by": {
                     *                 "kind": "request",
                     *                 "actor": {
                     *                   "kind": "text",
                     *                   "id": 1,
                     *                   "name": "token-3"
                     *                 },
                     *                 "at": "2026-11-20T10:00:00.000Z",
                     *                 "request_id": "text"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "total": "399.00",
                     *       "recomputed_total": "399.00",
                     *       "equal": true
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replayInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description equal, or every difference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "equal": true,
                     *       "position": 1,
                     *       "differences": [
                     *         {
                     *           "path": "text",
                     *           "stored": null,
                     *           "replayed": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "key_id": "text",
                     *           "public_key": "text",
                     *           "since": "2026-11-20T10:00:00.000Z",
                     *           "previous": "text",
                     *           "handover": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SigningKeyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getProof: {
        parameters: {
            query?: {
                /** @description the size of the tree that the proof is for; the newest where it is left out */
                tree_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description the UUID of an event */
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *       "leaf_index": 1,
                     *       "leaf_hash": "abababababababababababababababababababababababababababababababab",
                     *       "tree_size": 1,
                     *       "path": [
                     *         "abababababababababababababababababababababababababababababababab"
                     *       ],
                     *       "leaf": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replayReadModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "read_model": "igny8_invoices"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    as_of?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    known_at?: string;
                    position?: number;
                    read_model: string;
                } | {
                    id: number;
                    /** @enum {string} */
                    kind: "subscription" | "order" | "invoice" | "report";
                };
            };
        };
        responses: {
            /** @description equal, or the differences (200 at most) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "equal": true,
                     *       "position": 1,
                     *       "differences": [
                     *         {
                     *           "path": "text",
                     *           "stored": null,
                     *           "replayed": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getStream: {
        parameters: {
            query?: {
                /** @description the `next_after` of the page before */
                after?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a stream of the log, such as `invoice-1` */
                stream: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "position": 1,
                     *           "stream": "text",
                     *           "revision": 1,
                     *           "type": "text",
                     *           "schema_version": 1,
                     *           "data": {},
                     *           "metadata": {
                     *             "actor": {
                     *               "kind": "text",
                     *               "id": 1,
                     *               "name": "token-3"
                     *             },
                     *             "occurred_at": "2026-11-20T10:00:00.000Z",
                     *             "recorded_at": "2026-11-20T10:00:00.000Z"
                     *           },
                     *           "summary": "text",
                     *           "before": null,
                     *           "after": null
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StreamMomentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSubject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the subject */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "account",
                     *       "id": 1,
                     *       "erased_at": "2026-11-20T10:00:00.000Z",
                     *       "erasures": 1,
                     *       "kept": [
                     *         {
                     *           "what": "text",
                     *           "why": "text",
                     *           "until": "2026-11-20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Subject"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    eraseSubject: {
        parameters: {
            query?: {
                /** @description why, for the record */
                reason?: string;
            };
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description erased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "account",
                     *       "id": 1,
                     *       "erased_at": "2026-11-20T10:00:00.000Z",
                     *       "erasures": 1,
                     *       "kept": [
                     *         {
                     *           "what": "text",
                     *           "why": "text",
                     *           "until": "2026-11-20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Subject"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTreeHead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "log_id": "text",
                     *       "size": 1,
                     *       "root_hash": "abababababababababababababababababababababababababababababababab",
                     *       "issued_at": "2026-11-20T10:00:00.000Z",
                     *       "key_id": "text",
                     *       "signature": "text",
                     *       "public_key": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["TreeHead"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    verifyLog: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "heads": []
                 *     }
                 */
                "application/json": {
                    /** @default [] */
                    heads?: ({
                        root_hash: string;
                        size: number;
                    } & {
                        [key: string]: unknown;
                    })[];
                };
            };
        };
        responses: {
            /** @description whether it holds, or where it does not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "holds": true,
                     *       "size": 1,
                     *       "heads": 1,
                     *       "leaf_index": 1,
                     *       "position": 1,
                     *       "why": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["LogVerdict"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "-id" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "role": "admin",
                     *           "account_id": 1,
                     *           "user_id": 1,
                     *           "scopes": [
                     *             "read"
                     *           ],
                     *           "label": "text",
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccessTokenList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "client",
                 *       "account_id": 1,
                 *       "label": "dashboard"
                 *     }
                 */
                "application/json": {
                    account_id?: number | null;
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    expires_at?: string;
                    label?: string;
                    /** @enum {string} */
                    role: "admin" | "account_manager" | "agency" | "client" | "platform";
                    scopes?: ("read" | "write")[];
                    user_id?: number | null;
                };
            };
        };
        responses: {
            /** @description issued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "role": "admin",
                     *       "account_id": 1,
                     *       "user_id": 1,
                     *       "scopes": [
                     *         "read"
                     *       ],
                     *       "label": "text",
                     *       "expires_at": "2026-11-20T10:00:00.000Z",
                     *       "revoked_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "token": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["IssueTokenAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAccountBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the balance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "account_credit": "399.00",
                     *       "open": "399.00",
                     *       "past_due": "399.00",
                     *       "tax_rate": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountBalance"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getBillingDetails: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the details */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "name": "text",
                     *       "address_lines": [
                     *         "text"
                     *       ],
                     *       "tax_id": "text",
                     *       "email": "text",
                     *       "country": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["BillingDetails"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setBillingDetails: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "شركة النخيل للتجارة",
                 *       "address_lines": [
                 *         "12 Palm Street",
                 *         "Dubai"
                 *       ],
                 *       "tax_id": "AE100200300400500",
                 *       "email": "accounts@palm.example",
                 *       "country": "AE"
                 *     }
                 */
                "application/json": {
                    /** @default [] */
                    address_lines?: string[];
                    /** @default null */
                    country?: string | null;
                    /** @default null */
                    email?: string | null;
                    /** @default null */
                    name?: string | null;
                    /** @default null */
                    tax_id?: string | null;
                };
            };
        };
        responses: {
            /** @description the details */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "name": "text",
                     *       "address_lines": [
                     *         "text"
                     *       ],
                     *       "tax_id": "text",
                     *       "email": "text",
                     *       "country": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["BillingDetails"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getEntitlements: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description what the account has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "plan": "text",
                     *       "plan_id": 3,
                     *       "plan_version": 1,
                     *       "grandfathered": true,
                     *       "features": {},
                     *       "plan_status": "text",
                     *       "overrides": [
                     *         {
                     *           "feature": "text",
                     *           "level": "text",
                     *           "reason": "text",
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "since": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Entitlements"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    overrideEntitlement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the key of a feature, such as `ahrefs_level` */
                feature: string;
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "level": "full",
                 *       "reason": "pilot of the new report",
                 *       "expires_at": "2027-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    expires_at?: string;
                    level: string | number | boolean | string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description what the account has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "plan": "text",
                     *       "plan_id": 3,
                     *       "plan_version": 1,
                     *       "grandfathered": true,
                     *       "features": {},
                     *       "plan_status": "text",
                     *       "overrides": [
                     *         {
                     *           "feature": "text",
                     *           "level": "text",
                     *           "reason": "text",
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "since": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Entitlements"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeEntitlementOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the key of a feature, such as `ahrefs_level` */
                feature: string;
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    moveToCurrentPlanVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "asked for the new features"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description what the account has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "plan": "text",
                     *       "plan_id": 3,
                     *       "plan_version": 1,
                     *       "grandfathered": true,
                     *       "features": {},
                     *       "plan_status": "text",
                     *       "overrides": [
                     *         {
                     *           "feature": "text",
                     *           "level": "text",
                     *           "reason": "text",
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "since": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Entitlements"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewAccountInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "tax_rate": "19"
                 *     }
                 */
                "application/json": {
                    /** @example 19 */
                    tax_rate?: string;
                };
            };
        };
        responses: {
            /** @description the next invoice, before and after */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "before": {
                     *         "lines": [
                     *           {
                     *             "id": 1,
                     *             "description": "text",
                     *             "kind": "subscription",
                     *             "rule": "text",
                     *             "inputs": {},
                     *             "steps": [
                     *               {
                     *                 "text": "text",
                     *                 "value": "text"
                     *               }
                     *             ],
                     *             "amount": "399.00",
                     *             "causes": [
                     *               "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *             ],
                     *             "site_id": 1,
                     *             "sector_id": 1,
                     *             "subscription_id": 1,
                     *             "order_id": 1
                     *           }
                     *         ],
                     *         "subtotal": "399.00",
                     *         "tax_rate": "text",
                     *         "tax": "399.00",
                     *         "total": "399.00",
                     *         "carried_over": true
                     *       },
                     *       "after": {
                     *         "lines": [
                     *           {
                     *             "id": 1,
                     *             "description": "text",
                     *             "kind": "subscription",
                     *             "rule": "text",
                     *             "inputs": {},
                     *             "steps": [
                     *               {
                     *                 "text": "text",
                     *                 "value": "text"
                     *               }
                     *             ],
                     *             "amount": "399.00",
                     *             "causes": [
                     *               "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *             ],
                     *             "site_id": 1,
                     *             "sector_id": 1,
                     *             "subscription_id": 1,
                     *             "order_id": 1
                     *           }
                     *         ],
                     *         "subtotal": "399.00",
                     *         "tax_rate": "text",
                     *         "tax": "399.00",
                     *         "total": "399.00",
                     *         "carried_over": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["NextInvoiceChange"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPaymentMethods: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the methods */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "gateway": "stripe",
                     *           "label": "text",
                     *           "last4": "text",
                     *           "expires": "text",
                     *           "is_default": true,
                     *           "status": "pending",
                     *           "error": "text",
                     *           "client_secret": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentMethodList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    addPaymentMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "gateway": "stripe"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    gateway: "stripe" | "paypal" | "manual";
                    /** @enum {string} */
                    test_card?: "ok" | "declined" | "fails_later" | "disputed";
                };
            };
        };
        responses: {
            /** @description the method */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "gateway": "stripe",
                     *       "label": "text",
                     *       "last4": "text",
                     *       "expires": "text",
                     *       "is_default": true,
                     *       "status": "pending",
                     *       "error": "text",
                     *       "client_secret": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentMethod"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removePaymentMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description the id of the payment method */
                method_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setTaxRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tax_rate": "19",
                 *       "reason": "German VAT"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                    /** @example 19 */
                    tax_rate: string;
                };
            };
        };
        responses: {
            /** @description the balance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "account_credit": "399.00",
                     *       "open": "399.00",
                     *       "past_due": "399.00",
                     *       "tax_rate": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountBalance"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAddOns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "key": "managed-service",
                     *           "option": "text",
                     *           "price": {
                     *             "low": "399.00",
                     *             "high": "399.00"
                     *           },
                     *           "unit": "text",
                     *           "plans": [
                     *             "text"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AddOnList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    buyBacklinkPackage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payment_method": "stripe",
                 *       "site_id": 11,
                 *       "package": "starter"
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    links?: number;
                    /** @enum {string} */
                    niche?: "general" | "tech_saas" | "finance_insurance" | "health_medical" | "crypto_casino";
                    override_reason?: string;
                    /** @enum {string} */
                    package: "starter" | "growth" | "authority";
                    /** @enum {string} */
                    payment_method: "stripe" | "paypal" | "manual";
                    site_id: number;
                };
            };
        };
        responses: {
            /** @description the purchase */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "kind": "managed-service",
                     *       "status": "pending",
                     *       "payment_method": "stripe",
                     *       "terms": {},
                     *       "invoice_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_id": 1,
                     *       "credits": 1,
                     *       "expires_at": "2026-11-20T10:00:00.000Z",
                     *       "reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "client_secret": "text",
                     *       "approve_url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AddOnPurchase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    buyIndexingBoost: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payment_method": "stripe",
                 *       "quantity": 100
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    override_reason?: string;
                    /** @enum {string} */
                    payment_method: "stripe" | "paypal" | "manual";
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description the purchase */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "kind": "managed-service",
                     *       "status": "pending",
                     *       "payment_method": "stripe",
                     *       "terms": {},
                     *       "invoice_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_id": 1,
                     *       "credits": 1,
                     *       "expires_at": "2026-11-20T10:00:00.000Z",
                     *       "reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "client_secret": "text",
                     *       "approve_url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AddOnPurchase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    buyManagedService: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payment_method": "stripe",
                 *       "site_id": 11,
                 *       "tier": "lite"
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    override_reason?: string;
                    /** @enum {string} */
                    payment_method: "stripe" | "paypal" | "manual";
                    site_id: number;
                    /** @enum {string} */
                    tier: "lite" | "pro";
                };
            };
        };
        responses: {
            /** @description the purchase */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "kind": "managed-service",
                     *       "status": "pending",
                     *       "payment_method": "stripe",
                     *       "terms": {},
                     *       "invoice_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_id": 1,
                     *       "credits": 1,
                     *       "expires_at": "2026-11-20T10:00:00.000Z",
                     *       "reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "client_secret": "text",
                     *       "approve_url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AddOnPurchase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPurchases: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only of this kind */
                kind?: "managed-service" | "backlink-package" | "indexing-boost";
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "status" | "-id" | "-created_at" | "-status";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "pending" | "active" | "paid" | "expired" | "refunded";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of purchases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "kind": "managed-service",
                     *           "status": "pending",
                     *           "payment_method": "stripe",
                     *           "terms": {},
                     *           "invoice_id": 1,
                     *           "managed_subscription_id": 1,
                     *           "order_id": 1,
                     *           "credits": 1,
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "reason": "text",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z",
                     *           "client_secret": "text",
                     *           "approve_url": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AddOnPurchaseList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPurchase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the purchase */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "kind": "managed-service",
                     *       "status": "pending",
                     *       "payment_method": "stripe",
                     *       "terms": {},
                     *       "invoice_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_id": 1,
                     *       "credits": 1,
                     *       "expires_at": "2026-11-20T10:00:00.000Z",
                     *       "reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "client_secret": "text",
                     *       "approve_url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AddOnPurchase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listIndexingCredits: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "position" | "at" | "-position" | "-at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ledger, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "change": 1,
                     *           "balance_after": 1,
                     *           "reason": "text",
                     *           "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *         }
                     *       ],
                     *       "account_id": 1,
                     *       "balance": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ListIndexingCreditsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFeatures: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the features */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "plan": "text",
                     *       "plan_id": 3,
                     *       "plan_version": 1,
                     *       "grandfathered": true,
                     *       "features": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Features"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    checkFeatures: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "checks": [
                 *         {
                 *           "feature": "ahrefs_level",
                 *           "required_level": "full"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    checks: {
                        feature: string;
                        required_level?: string | number | boolean | string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description the answers, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "feature": "text",
                     *           "required_level": "text",
                     *           "current_level": "text",
                     *           "allowed": true,
                     *           "source": "plan",
                     *           "plan": "text",
                     *           "plan_id": 3,
                     *           "upgrade_to": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GateCheckList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    checkFeature: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description the level that is needed; the lowest above none where it is left out */
                required_level?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description the key of a feature, such as `ahrefs_level` */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "feature": "text",
                     *       "required_level": "text",
                     *       "current_level": "text",
                     *       "allowed": true,
                     *       "source": "plan",
                     *       "plan": "text",
                     *       "plan_id": 3,
                     *       "upgrade_to": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["GateCheck"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFeatureUsage: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description the `next_after` of the page before */
                after?: number;
                /** @description the first day or month that counts; a year before `to` where it is left out */
                from?: string;
                /** @description results a page, 50 where it is left out, at most 200 */
                limit?: number;
                /** @description the last day or month that counts; today where it is left out */
                to?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of checks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "position": 1,
                     *           "account_id": 1,
                     *           "feature": "text",
                     *           "required_level": "text",
                     *           "current_level": "text",
                     *           "was_allowed": true,
                     *           "endpoint": "text",
                     *           "timestamp": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["FeatureUsageList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportFeatureUsage: {
        parameters: {
            query?: {
                /** @description `csv` for a file to open in a spreadsheet */
                format?: "json" | "csv";
                /** @description the first day or month that counts; a year before `to` where it is left out */
                from?: string;
                /** @description the last day or month that counts; today where it is left out */
                to?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description by week */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-20",
                     *       "to": "2026-11-20",
                     *       "results": [
                     *         {
                     *           "week": "2026-11-20",
                     *           "plan": "text",
                     *           "feature": "text",
                     *           "level": "text",
                     *           "checks": 1,
                     *           "refusals": 1,
                     *           "accounts_refused": 1,
                     *           "plan_needed": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReportFeatureUsageAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only those of this billing date */
                billing_date?: string;
                /** @description only those with an open dispute, or only those without */
                disputed?: boolean;
                /** @description only of this kind */
                kind?: "regular" | "prepaid";
                /** @description only the invoice of this number */
                number?: string;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "number" | "issued_on" | "due_on" | "total" | "amount_due" | "updated_at" | "-id" | "-number" | "-issued_on" | "-due_on" | "-total" | "-amount_due" | "-updated_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "draft" | "open" | "past_due" | "paid" | "uncollectible" | "void";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of invoices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "number": "text",
                     *           "kind": "regular",
                     *           "status": "draft",
                     *           "currency": "USD",
                     *           "billing_date": "2026-11-20",
                     *           "period_start": "2026-11-20",
                     *           "period_end": "2026-11-20",
                     *           "issued_on": "2026-11-20",
                     *           "due_on": "2026-11-20",
                     *           "subtotal": "399.00",
                     *           "tax_rate": "text",
                     *           "tax": "399.00",
                     *           "total": "399.00",
                     *           "paid": "399.00",
                     *           "refunded": "399.00",
                     *           "credited": "399.00",
                     *           "amount_due": "399.00",
                     *           "purchase_id": 1,
                     *           "order_id": 1,
                     *           "dunning": {
                     *             "status": "none",
                     *             "day0": "2026-11-20",
                     *             "day": 1,
                     *             "next": {
                     *               "action": "remind",
                     *               "on": "2026-11-20"
                     *             }
                     *           },
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z",
                     *           "lines": [
                     *             {
                     *               "id": 1,
                     *               "description": "text",
                     *               "kind": "subscription",
                     *               "rule": "text",
                     *               "inputs": {},
                     *               "steps": [
                     *                 {
                     *                   "text": "text",
                     *                   "value": "text"
                     *                 }
                     *               ],
                     *               "amount": "399.00",
                     *               "causes": [
                     *                 "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *               ],
                     *               "site_id": 1,
                     *               "sector_id": 1,
                     *               "subscription_id": 1,
                     *               "order_id": 1
                     *             }
                     *           ],
                     *           "payments": [
                     *             {
                     *               "id": 1,
                     *               "invoice_id": 1,
                     *               "gateway": "stripe",
                     *               "amount": "399.00",
                     *               "refunded": "399.00",
                     *               "status": "pending",
                     *               "reference": "text",
                     *               "received_on": "2026-11-20",
                     *               "error": "text",
                     *               "approve_url": "text",
                     *               "at": "2026-11-20T10:00:00.000Z",
                     *               "created_by": 1,
                     *               "created_at": "2026-11-20T10:00:00.000Z",
                     *               "updated_at": "2026-11-20T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "refunds": [
                     *             {
                     *               "id": 1,
                     *               "payment_id": 1,
                     *               "gateway": "stripe",
                     *               "amount": "399.00",
                     *               "status": "pending",
                     *               "reason": "text",
                     *               "made": "here",
                     *               "reference": "text",
                     *               "credit_note_id": 1,
                     *               "error": "text",
                     *               "at": "2026-11-20T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "credit_notes": [
                     *             {
                     *               "id": 1,
                     *               "number": "text",
                     *               "invoice_id": 1,
                     *               "net": "399.00",
                     *               "tax": "399.00",
                     *               "total": "399.00",
                     *               "applied": "399.00",
                     *               "refunded": "399.00",
                     *               "remaining": "399.00",
                     *               "reason": "text",
                     *               "issued_on": "2026-11-20",
                     *               "created_by": 1,
                     *               "created_at": "2026-11-20T10:00:00.000Z",
                     *               "updated_at": "2026-11-20T10:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["InvoiceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the invoice as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "number": "text",
                     *       "kind": "regular",
                     *       "status": "draft",
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "issued_on": "2026-11-20",
                     *       "due_on": "2026-11-20",
                     *       "subtotal": "399.00",
                     *       "tax_rate": "text",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "paid": "399.00",
                     *       "refunded": "399.00",
                     *       "credited": "399.00",
                     *       "amount_due": "399.00",
                     *       "purchase_id": 1,
                     *       "order_id": 1,
                     *       "dunning": {
                     *         "status": "none",
                     *         "day0": "2026-11-20",
                     *         "day": 1,
                     *         "next": {
                     *           "action": "remind",
                     *           "on": "2026-11-20"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "description": "text",
                     *           "kind": "subscription",
                     *           "rule": "text",
                     *           "inputs": {},
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "amount": "399.00",
                     *           "causes": [
                     *             "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *           ],
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "subscription_id": 1,
                     *           "order_id": 1
                     *         }
                     *       ],
                     *       "payments": [
                     *         {
                     *           "id": 1,
                     *           "invoice_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "refunded": "399.00",
                     *           "status": "pending",
                     *           "reference": "text",
                     *           "received_on": "2026-11-20",
                     *           "error": "text",
                     *           "approve_url": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": 1,
                     *           "payment_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "status": "pending",
                     *           "reason": "text",
                     *           "made": "here",
                     *           "reference": "text",
                     *           "credit_note_id": 1,
                     *           "error": "text",
                     *           "at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "credit_notes": [
                     *         {
                     *           "id": 1,
                     *           "number": "text",
                     *           "invoice_id": 1,
                     *           "net": "399.00",
                     *           "tax": "399.00",
                     *           "total": "399.00",
                     *           "applied": "399.00",
                     *           "refunded": "399.00",
                     *           "remaining": "399.00",
                     *           "reason": "text",
                     *           "issued_on": "2026-11-20",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createCreditNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "39.90",
                 *       "reason": "ten days without delivery",
                 *       "refund": false
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount?: string;
                    lines?: {
                        /** @example 399.00 */
                        amount: string;
                        line_id: number;
                    }[];
                    reason: string;
                    /** @default false */
                    refund?: boolean;
                };
            };
        };
        responses: {
            /** @description the credit note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "number": "text",
                     *       "invoice_id": 1,
                     *       "net": "399.00",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "applied": "399.00",
                     *       "refunded": "399.00",
                     *       "remaining": "399.00",
                     *       "reason": "text",
                     *       "issued_on": "2026-11-20",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    dryRunInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "do": "credit_note",
                 *       "amount": "39.90",
                 *       "refund": true
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount?: string;
                    /** @constant */
                    do: "credit_note";
                    lines?: {
                        /** @example 399.00 */
                        amount: string;
                        line_id: number;
                    }[];
                    /** @default false */
                    refund?: boolean;
                } | {
                    /** @example 399.00 */
                    amount?: string;
                    /** @constant */
                    do: "payment";
                    /** @enum {string} */
                    gateway: "manual" | "stripe" | "paypal";
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    received_on?: string;
                } | {
                    /** @example 399.00 */
                    amount: string;
                    /** @constant */
                    do: "refund";
                    /** @constant */
                    gateway?: "manual";
                    payment_id?: number;
                } | {
                    /** @enum {string} */
                    do: "void" | "hold" | "release";
                } | {
                    /** @example 399.00 */
                    amount?: string;
                    /** @constant */
                    do: "dispute";
                } | {
                    dispute_id: number;
                    /** @constant */
                    do: "settle";
                    /** @enum {string} */
                    outcome: "won" | "lost" | "credited";
                };
            };
        };
        responses: {
            /** @description the invoice before and after, and what happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "before": {
                     *         "status": "open",
                     *         "total": "399.00",
                     *         "credited": "399.00",
                     *         "paid": "399.00",
                     *         "refunded": "399.00",
                     *         "reversed": "399.00",
                     *         "kept_as_credit": "399.00",
                     *         "amount_due": "399.00",
                     *         "dunning": {
                     *           "status": "none",
                     *           "day0": "2026-11-20",
                     *           "day": 1,
                     *           "next": {
                     *             "action": "remind",
                     *             "on": "2026-11-20"
                     *           }
                     *         }
                     *       },
                     *       "after": {
                     *         "status": "open",
                     *         "total": "399.00",
                     *         "credited": "399.00",
                     *         "paid": "399.00",
                     *         "refunded": "399.00",
                     *         "reversed": "399.00",
                     *         "kept_as_credit": "399.00",
                     *         "amount_due": "399.00",
                     *         "dunning": {
                     *           "status": "none",
                     *           "day0": "2026-11-20",
                     *           "day": 1,
                     *           "next": {
                     *             "action": "remind",
                     *             "on": "2026-11-20"
                     *           }
                     *         }
                     *       },
                     *       "will": [
                     *         {
                     *           "kind": "charge",
                     *           "amount": "399.00",
                     *           "gateway": "stripe",
                     *           "payment_id": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["InvoiceDryRun"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    holdDunning: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the client pays on Friday"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the invoice as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "number": "text",
                     *       "kind": "regular",
                     *       "status": "draft",
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "issued_on": "2026-11-20",
                     *       "due_on": "2026-11-20",
                     *       "subtotal": "399.00",
                     *       "tax_rate": "text",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "paid": "399.00",
                     *       "refunded": "399.00",
                     *       "credited": "399.00",
                     *       "amount_due": "399.00",
                     *       "purchase_id": 1,
                     *       "order_id": 1,
                     *       "dunning": {
                     *         "status": "none",
                     *         "day0": "2026-11-20",
                     *         "day": 1,
                     *         "next": {
                     *           "action": "remind",
                     *           "on": "2026-11-20"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "description": "text",
                     *           "kind": "subscription",
                     *           "rule": "text",
                     *           "inputs": {},
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "amount": "399.00",
                     *           "causes": [
                     *             "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *           ],
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "subscription_id": 1,
                     *           "order_id": 1
                     *         }
                     *       ],
                     *       "payments": [
                     *         {
                     *           "id": 1,
                     *           "invoice_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "refunded": "399.00",
                     *           "status": "pending",
                     *           "reference": "text",
                     *           "received_on": "2026-11-20",
                     *           "error": "text",
                     *           "approve_url": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": 1,
                     *           "payment_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "status": "pending",
                     *           "reason": "text",
                     *           "made": "here",
                     *           "reference": "text",
                     *           "credit_note_id": 1,
                     *           "error": "text",
                     *           "at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "credit_notes": [
                     *         {
                     *           "id": 1,
                     *           "number": "text",
                     *           "invoice_id": 1,
                     *           "net": "399.00",
                     *           "tax": "399.00",
                     *           "total": "399.00",
                     *           "applied": "399.00",
                     *           "refunded": "399.00",
                     *           "remaining": "399.00",
                     *           "reason": "text",
                     *           "issued_on": "2026-11-20",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    releaseDunning: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "the client pays on Friday"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the invoice as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "number": "text",
                     *       "kind": "regular",
                     *       "status": "draft",
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "issued_on": "2026-11-20",
                     *       "due_on": "2026-11-20",
                     *       "subtotal": "399.00",
                     *       "tax_rate": "text",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "paid": "399.00",
                     *       "refunded": "399.00",
                     *       "credited": "399.00",
                     *       "amount_due": "399.00",
                     *       "purchase_id": 1,
                     *       "order_id": 1,
                     *       "dunning": {
                     *         "status": "none",
                     *         "day0": "2026-11-20",
                     *         "day": 1,
                     *         "next": {
                     *           "action": "remind",
                     *           "on": "2026-11-20"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "description": "text",
                     *           "kind": "subscription",
                     *           "rule": "text",
                     *           "inputs": {},
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "amount": "399.00",
                     *           "causes": [
                     *             "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *           ],
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "subscription_id": 1,
                     *           "order_id": 1
                     *         }
                     *       ],
                     *       "payments": [
                     *         {
                     *           "id": 1,
                     *           "invoice_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "refunded": "399.00",
                     *           "status": "pending",
                     *           "reference": "text",
                     *           "received_on": "2026-11-20",
                     *           "error": "text",
                     *           "approve_url": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": 1,
                     *           "payment_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "status": "pending",
                     *           "reason": "text",
                     *           "made": "here",
                     *           "reference": "text",
                     *           "credit_note_id": 1,
                     *           "error": "text",
                     *           "at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "credit_notes": [
                     *         {
                     *           "id": 1,
                     *           "number": "text",
                     *           "invoice_id": 1,
                     *           "net": "399.00",
                     *           "tax": "399.00",
                     *           "total": "399.00",
                     *           "applied": "399.00",
                     *           "refunded": "399.00",
                     *           "remaining": "399.00",
                     *           "reason": "text",
                     *           "issued_on": "2026-11-20",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "gateway": "manual",
                 *       "amount": "399.00",
                 *       "received_on": "2026-07-03",
                 *       "reference": "transfer 4711"
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount?: string;
                    /** @enum {string} */
                    gateway: "manual" | "stripe" | "paypal";
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    received_on?: string;
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description the payment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "invoice_id": 1,
                     *       "gateway": "stripe",
                     *       "amount": "399.00",
                     *       "refunded": "399.00",
                     *       "status": "pending",
                     *       "reference": "text",
                     *       "received_on": "2026-11-20",
                     *       "error": "text",
                     *       "approve_url": "text",
                     *       "at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getInvoicePdf: {
        parameters: {
            query?: {
                /** @description this credit note of the invoice instead of the invoice itself */
                credit_note_id?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    linkInvoicePdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    credit_note_id?: number;
                };
            };
        };
        responses: {
            /** @description the link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text",
                     *       "expires_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignedLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "39.90",
                 *       "reason": "credit note CN-2026-000001"
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount: string;
                    /** @constant */
                    gateway?: "manual";
                    payment_id?: number;
                    reason: string;
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description the refund */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "payment_id": 1,
                     *       "gateway": "stripe",
                     *       "amount": "399.00",
                     *       "status": "pending",
                     *       "reason": "text",
                     *       "made": "here",
                     *       "reference": "text",
                     *       "credit_note_id": 1,
                     *       "error": "text",
                     *       "at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reissueInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description the new invoice */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "number": "text",
                     *       "kind": "regular",
                     *       "status": "draft",
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "issued_on": "2026-11-20",
                     *       "due_on": "2026-11-20",
                     *       "subtotal": "399.00",
                     *       "tax_rate": "text",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "paid": "399.00",
                     *       "refunded": "399.00",
                     *       "credited": "399.00",
                     *       "amount_due": "399.00",
                     *       "purchase_id": 1,
                     *       "order_id": 1,
                     *       "dunning": {
                     *         "status": "none",
                     *         "day0": "2026-11-20",
                     *         "day": 1,
                     *         "next": {
                     *           "action": "remind",
                     *           "on": "2026-11-20"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "description": "text",
                     *           "kind": "subscription",
                     *           "rule": "text",
                     *           "inputs": {},
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "amount": "399.00",
                     *           "causes": [
                     *             "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *           ],
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "subscription_id": 1,
                     *           "order_id": 1
                     *         }
                     *       ],
                     *       "payments": [
                     *         {
                     *           "id": 1,
                     *           "invoice_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "refunded": "399.00",
                     *           "status": "pending",
                     *           "reference": "text",
                     *           "received_on": "2026-11-20",
                     *           "error": "text",
                     *           "approve_url": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": 1,
                     *           "payment_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "status": "pending",
                     *           "reason": "text",
                     *           "made": "here",
                     *           "reference": "text",
                     *           "credit_note_id": 1,
                     *           "error": "text",
                     *           "at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "credit_notes": [
                     *         {
                     *           "id": 1,
                     *           "number": "text",
                     *           "invoice_id": 1,
                     *           "net": "399.00",
                     *           "tax": "399.00",
                     *           "total": "399.00",
                     *           "applied": "399.00",
                     *           "refunded": "399.00",
                     *           "remaining": "399.00",
                     *           "reason": "text",
                     *           "issued_on": "2026-11-20",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getInvoiceTimeline: {
        parameters: {
            query?: {
                /** @description the `next_after` of the page before */
                after?: number;
                /** @description results a page, 200 where it is left out, at most 200 */
                limit?: number;
                /** @description oldest first, or newest first with a leading - */
                ordering?: "position" | "-position";
                /** @description only events of this type; may be given several times */
                type?: string[];
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "position": 1,
                     *           "type": "text",
                     *           "occurred_at": "2026-11-20T10:00:00.000Z",
                     *           "recorded_at": "2026-11-20T10:00:00.000Z",
                     *           "actor": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "summary": "text",
                     *           "data": {}
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineEntryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    voidInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "issued to the wrong account"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the invoice as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "number": "text",
                     *       "kind": "regular",
                     *       "status": "draft",
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "issued_on": "2026-11-20",
                     *       "due_on": "2026-11-20",
                     *       "subtotal": "399.00",
                     *       "tax_rate": "text",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "paid": "399.00",
                     *       "refunded": "399.00",
                     *       "credited": "399.00",
                     *       "amount_due": "399.00",
                     *       "purchase_id": 1,
                     *       "order_id": 1,
                     *       "dunning": {
                     *         "status": "none",
                     *         "day0": "2026-11-20",
                     *         "day": 1,
                     *         "next": {
                     *           "action": "remind",
                     *           "on": "2026-11-20"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "description": "text",
                     *           "kind": "subscription",
                     *           "rule": "text",
                     *           "inputs": {},
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "amount": "399.00",
                     *           "causes": [
                     *             "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *           ],
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "subscription_id": 1,
                     *           "order_id": 1
                     *         }
                     *       ],
                     *       "payments": [
                     *         {
                     *           "id": 1,
                     *           "invoice_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "refunded": "399.00",
                     *           "status": "pending",
                     *           "reference": "text",
                     *           "received_on": "2026-11-20",
                     *           "error": "text",
                     *           "approve_url": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": 1,
                     *           "payment_id": 1,
                     *           "gateway": "stripe",
                     *           "amount": "399.00",
                     *           "status": "pending",
                     *           "reason": "text",
                     *           "made": "here",
                     *           "reference": "text",
                     *           "credit_note_id": 1,
                     *           "error": "text",
                     *           "at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "credit_notes": [
                     *         {
                     *           "id": 1,
                     *           "number": "text",
                     *           "invoice_id": 1,
                     *           "net": "399.00",
                     *           "tax": "399.00",
                     *           "total": "399.00",
                     *           "applied": "399.00",
                     *           "refunded": "399.00",
                     *           "remaining": "399.00",
                     *           "reason": "text",
                     *           "issued_on": "2026-11-20",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description cheapest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "key": "free",
                     *           "version": 1,
                     *           "price": "399.00",
                     *           "sites": 1,
                     *           "users": 1,
                     *           "credits": 1,
                     *           "plan_features": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revisePlanFeatures: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the key of a plan such as `growth`, or in a path its id */
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan_features": {
                 *         "ahrefs_level": "full"
                 *       },
                 *       "apply_to_existing": false,
                 *       "reason": "autumn pricing"
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    apply_to_existing?: boolean;
                    plan_features: {
                        [key: string]: string | number | boolean | string[];
                    };
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the new version and whom it affects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "text",
                     *       "plan_id": 1,
                     *       "version": 1,
                     *       "affected": {
                     *         "accounts": 1,
                     *         "moved": 1,
                     *         "grandfathered": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RevisePlanFeaturesAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSeller: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the seller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "text",
                     *       "address_lines": [
                     *         "text"
                     *       ],
                     *       "tax_id": "text",
                     *       "bank": [
                     *         "text"
                     *       ],
                     *       "email": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Seller"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    receivePayPalWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": components["schemas"]["ReceivePayPalWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    receiveStripeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiveStripeWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    storeFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description by default the caller’s own */
                    account_id?: number;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description the file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "text",
                     *       "type": "image/png",
                     *       "size": 1,
                     *       "sha256": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getLinkedFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description what the signed link holds */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    askForHost: {
        parameters: {
            query: {
                /** @description a domain such as example.com */
                domain: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description it may */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["AskForHostAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAhrefsBacklinks: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description at most so many results */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a domain such as example.com */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Backlinks of a domain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    compareDomains: {
        parameters: {
            query: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description comma-joined, at most five */
                competitors: string;
                /** @description a domain such as example.com */
                domain: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {
                     *           "domain": "text",
                     *           "domain_rating": 1,
                     *           "referring_domains": 1,
                     *           "organic_keywords": 1,
                     *           "organic_traffic": 1,
                     *           "backlinks_total": 1,
                     *           "units": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DomainComparison"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    connectAhrefs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "api_key": "the key of your Ahrefs workspace",
                 *       "monthly_unit_budget": 100000
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    api_key: string;
                    monthly_unit_budget?: number | null;
                };
            };
        };
        responses: {
            /** @description connected */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "plan_type": "text",
                     *       "credits_remaining": 1,
                     *       "monthly_unit_budget": 1,
                     *       "units_spent": 1,
                     *       "units_month": "text",
                     *       "last_synced": "2026-11-20T10:00:00.000Z",
                     *       "status": "active",
                     *       "error": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsConnection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    disconnectAhrefs: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
            };
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAhrefsDomain: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description at most so many results */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a domain such as example.com */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Domain rating, links, keywords and traffic of a domain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAhrefsDomainHistory: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description at most so many results */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a domain such as example.com */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Domain rating, referring domains and traffic of the last twelve months */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAhrefsOrganicKeywords: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description at most so many results */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a domain such as example.com */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keywords that a domain ranks for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listProspects: {
        parameters: {
            query: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description the domain whose linking domains are asked for */
                competitor: string;
                /** @description a domain such as example.com */
                domain: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the prospects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAhrefsReferringDomains: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description at most so many results */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a domain such as example.com */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Domains that link to a domain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    takeAhrefsSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11
                 *     }
                 */
                "application/json": {
                    site_id: number;
                };
            };
        };
        responses: {
            /** @description the snapshot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "site_id": 1,
                     *       "account_id": 1,
                     *       "snapshot_date": "2026-11-20",
                     *       "domain": "text",
                     *       "domain_rating": 1,
                     *       "referring_domains": 1,
                     *       "organic_keywords": 1,
                     *       "organic_traffic": 1,
                     *       "backlinks_total": 1,
                     *       "raw_data": {},
                     *       "sector_id": 1,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsSnapshot"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAhrefsSnapshots: {
        parameters: {
            query: {
                /** @description column to order by; a leading - for descending */
                ordering?: "snapshot_date" | "-snapshot_date";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of snapshots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "site_id": 1,
                     *           "account_id": 1,
                     *           "snapshot_date": "2026-11-20",
                     *           "domain": "text",
                     *           "domain_rating": 1,
                     *           "referring_domains": 1,
                     *           "organic_keywords": 1,
                     *           "organic_traffic": 1,
                     *           "backlinks_total": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeptAhrefsSnapshotList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAhrefsStatus: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "plan_type": "text",
                     *       "credits_remaining": 1,
                     *       "monthly_unit_budget": 1,
                     *       "units_spent": 1,
                     *       "units_month": "text",
                     *       "last_synced": "2026-11-20T10:00:00.000Z",
                     *       "status": "active",
                     *       "error": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsConnection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAhrefsTopPages: {
        parameters: {
            query?: {
                /** @description of staff and agencies: whose connection */
                account_id?: number;
                /** @description at most so many results */
                limit?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description a domain such as example.com */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of a domain with the most traffic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "text",
                     *       "results": [
                     *         {}
                     *       ],
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "cached": true,
                     *       "units": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    verifyBacklinksViaAhrefs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11
                 *     }
                 */
                "application/json": {
                    site_id: number;
                };
            };
        };
        responses: {
            /** @description what Ahrefs knows of each link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "site_id": 1,
                     *       "units": 1,
                     *       "results": [
                     *         {
                     *           "backlink_id": 1,
                     *           "verified": true,
                     *           "last_seen": "2026-11-20T10:00:00.000Z",
                     *           "lost": true,
                     *           "lost_reason": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AhrefsVerification"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listBacklinks: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only of this order */
                order_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "placed_at" | "live_at" | "status" | "-id" | "-placed_at" | "-live_at" | "-status";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
                /** @description only those in this status */
                status?: "placed" | "live" | "lost" | "rejected" | "replaced";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "order_id": 1,
                     *           "campaign_id": 1,
                     *           "vendor": "text",
                     *           "vendor_reference": "text",
                     *           "source_url": "text",
                     *           "source_domain": "text",
                     *           "target_url": "text",
                     *           "anchor_text": "text",
                     *           "tier": "basic_guest_post",
                     *           "rel": "text",
                     *           "source_dr": 1,
                     *           "source_traffic": 1,
                     *           "quality_score": 1,
                     *           "warnings": [
                     *             {
                     *               "code": "dr_below_floor",
                     *               "message": "text",
                     *               "decision": "accept"
                     *             }
                     *           ],
                     *           "quality_warnings": [
                     *             {
                     *               "code": "dr_below_floor",
                     *               "message": "text",
                     *               "decision": "accept"
                     *             }
                     *           ],
                     *           "cost": "399.00",
                     *           "status": "planned",
                     *           "placed_at": "2026-11-20T10:00:00.000Z",
                     *           "live_at": "2026-11-20T10:00:00.000Z",
                     *           "lost_at": "2026-11-20T10:00:00.000Z",
                     *           "lost_because": "text",
                     *           "rejected_because": "text",
                     *           "replaces_id": 1,
                     *           "replacement": {
                     *             "owed": true,
                     *             "until": "2026-11-20",
                     *             "replaced_by": 1
                     *           },
                     *           "is_indexed": true,
                     *           "indexed_at": "2026-11-20T10:00:00.000Z",
                     *           "indexing_submitted": true,
                     *           "indexing": {
                     *             "request_id": 1,
                     *             "status": "text"
                     *           },
                     *           "ahrefs_verified": true,
                     *           "ahrefs_last_seen": "2026-11-20T10:00:00.000Z",
                     *           "flagged": true,
                     *           "flagged_because": "text",
                     *           "live_checks": [
                     *             {
                     *               "at": "2026-11-20T10:00:00.000Z",
                     *               "step": "text",
                     *               "http_status": 1,
                     *               "final_url": "text",
                     *               "redirects": 1,
                     *               "link_found": true,
                     *               "rel": [
                     *                 "text"
                     *               ],
                     *               "flags": [
                     *                 "text"
                     *               ],
                     *               "signals": [
                     *                 "text"
                     *               ],
                     *               "error": "text",
                     *               "next_at": "2026-11-20T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getBacklink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "order_id": 1,
                     *       "campaign_id": 1,
                     *       "vendor": "text",
                     *       "vendor_reference": "text",
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "target_url": "text",
                     *       "anchor_text": "text",
                     *       "tier": "basic_guest_post",
                     *       "rel": "text",
                     *       "source_dr": 1,
                     *       "source_traffic": 1,
                     *       "quality_score": 1,
                     *       "warnings": [
                     *         {
                     *           "code": "dr_below_floor",
                     *           "message": "text",
                     *           "decision": "accept"
                     *         }
                     *       ],
                     *       "quality_warnings": [
                     *         {
                     *           "code": "dr_below_floor",
                     *           "message": "text",
                     *           "decision": "accept"
                     *         }
                     *       ],
                     *       "cost": "399.00",
                     *       "status": "planned",
                     *       "placed_at": "2026-11-20T10:00:00.000Z",
                     *       "live_at": "2026-11-20T10:00:00.000Z",
                     *       "lost_at": "2026-11-20T10:00:00.000Z",
                     *       "lost_because": "text",
                     *       "rejected_because": "text",
                     *       "replaces_id": 1,
                     *       "replacement": {
                     *         "owed": true,
                     *         "until": "2026-11-20",
                     *         "replaced_by": 1
                     *       },
                     *       "is_indexed": true,
                     *       "indexed_at": "2026-11-20T10:00:00.000Z",
                     *       "indexing_submitted": true,
                     *       "indexing": {
                     *         "request_id": 1,
                     *         "status": "text"
                     *       },
                     *       "ahrefs_verified": true,
                     *       "ahrefs_last_seen": "2026-11-20T10:00:00.000Z",
                     *       "flagged": true,
                     *       "flagged_because": "text",
                     *       "live_checks": [
                     *         {
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "step": "text",
                     *           "http_status": 1,
                     *           "final_url": "text",
                     *           "redirects": 1,
                     *           "link_found": true,
                     *           "rel": [
                     *             "text"
                     *           ],
                     *           "flags": [
                     *             "text"
                     *           ],
                     *           "signals": [
                     *             "text"
                     *           ],
                     *           "error": "text",
                     *           "next_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Backlink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeBacklink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "warnings": [
                 *         {
                 *           "code": "dr_below_floor",
                 *           "decision": "accept"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description has the page looked at once more, now
                     * @constant
                     */
                    check_now?: true;
                    /** @example 399.00 */
                    cost?: string;
                    /** @description of a cost that passes a pass-through budget */
                    override_reason?: string;
                    reason?: string;
                    /**
                     * @description marks a live link lost
                     * @constant
                     */
                    status?: "lost";
                    warnings?: {
                        /** @enum {string} */
                        code: "dr_below_floor" | "domain_used_recently" | "anchor_overused";
                        /** @enum {string} */
                        decision: "accept" | "reject";
                    }[];
                };
            };
        };
        responses: {
            /** @description the link as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "order_id": 1,
                     *       "campaign_id": 1,
                     *       "vendor": "text",
                     *       "vendor_reference": "text",
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "target_url": "text",
                     *       "anchor_text": "text",
                     *       "tier": "basic_guest_post",
                     *       "rel": "text",
                     *       "source_dr": 1,
                     *       "source_traffic": 1,
                     *       "quality_score": 1,
                     *       "warnings": [
                     *         {
                     *           "code": "dr_below_floor",
                     *           "message": "text",
                     *           "decision": "accept"
                     *         }
                     *       ],
                     *       "quality_warnings": [
                     *         {
                     *           "code": "dr_below_floor",
                     *           "message": "text",
                     *           "decision": "accept"
                     *         }
                     *       ],
                     *       "cost": "399.00",
                     *       "status": "planned",
                     *       "placed_at": "2026-11-20T10:00:00.000Z",
                     *       "live_at": "2026-11-20T10:00:00.000Z",
                     *       "lost_at": "2026-11-20T10:00:00.000Z",
                     *       "lost_because": "text",
                     *       "rejected_because": "text",
                     *       "replaces_id": 1,
                     *       "replacement": {
                     *         "owed": true,
                     *         "until": "2026-11-20",
                     *         "replaced_by": 1
                     *       },
                     *       "is_indexed": true,
                     *       "indexed_at": "2026-11-20T10:00:00.000Z",
                     *       "indexing_submitted": true,
                     *       "indexing": {
                     *         "request_id": 1,
                     *         "status": "text"
                     *       },
                     *       "ahrefs_verified": true,
                     *       "ahrefs_last_seen": "2026-11-20T10:00:00.000Z",
                     *       "flagged": true,
                     *       "flagged_because": "text",
                     *       "live_checks": [
                     *         {
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "step": "text",
                     *           "http_status": 1,
                     *           "final_url": "text",
                     *           "redirects": 1,
                     *           "link_found": true,
                     *           "rel": [
                     *             "text"
                     *           ],
                     *           "flags": [
                     *             "text"
                     *           ],
                     *           "signals": [
                     *             "text"
                     *           ],
                     *           "error": "text",
                     *           "next_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Backlink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    bulkSubmitForIndexing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11
                 *     }
                 */
                "application/json": {
                    site_id: number;
                };
            };
        };
        responses: {
            /** @description what became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": [
                     *         {
                     *           "backlink_id": 1,
                     *           "request_id": 1
                     *         }
                     *       ],
                     *       "refused": [
                     *         {
                     *           "backlink_id": 1,
                     *           "code": "text",
                     *           "message": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IndexingSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listIndexingRequests: {
        parameters: {
            query?: {
                /** @description only of this link */
                backlink_id?: number;
                /** @description only those that wait for a person, or only those that do not */
                needs_review?: boolean;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "updated_at" | "submitted_at" | "next_due_at" | "-id" | "-created_at" | "-updated_at" | "-submitted_at" | "-next_due_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
                /** @description only those in this status */
                status?: "queued" | "submitted" | "checking" | "resubmitted" | "indexed" | "failed" | "cancelled";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "order_id": 1,
                     *           "backlink_id": 1,
                     *           "url": "text",
                     *           "indexing_service": "text",
                     *           "service_request_id": "text",
                     *           "submitted_at": "2026-11-20T10:00:00.000Z",
                     *           "first_check_at": "2026-11-20T10:00:00.000Z",
                     *           "last_check_at": "2026-11-20T10:00:00.000Z",
                     *           "check_count": 1,
                     *           "is_indexed": true,
                     *           "indexed_at": "2026-11-20T10:00:00.000Z",
                     *           "indexed_on_day": 1,
                     *           "status": "queued",
                     *           "cost": "0.0075",
                     *           "needs_review": true,
                     *           "failure": "text",
                     *           "review": {
                     *             "outcome": "text",
                     *             "note": "text",
                     *             "at": "2026-11-20T10:00:00.000Z"
                     *           },
                     *           "attempts": [
                     *             {
                     *               "step": "submit",
                     *               "service": "text",
                     *               "at": "2026-11-20T10:00:00.000Z",
                     *               "outcome": "accepted",
                     *               "reference": "text",
                     *               "error": "text",
                     *               "cost": "0.0075"
                     *             }
                     *           ],
                     *           "checks": [
                     *             {
                     *               "day": 1,
                     *               "at": "2026-11-20T10:00:00.000Z",
                     *               "indexed": true,
                     *               "evidence": {}
                     *             }
                     *           ],
                     *           "charges": [
                     *             {
                     *               "what": "index_check",
                     *               "step": "text",
                     *               "service": "text",
                     *               "at": "2026-11-20T10:00:00.000Z",
                     *               "cost": "0.0075"
                     *             }
                     *           ],
                     *           "next_step": {
                     *             "name": "text",
                     *             "due_at": "2026-11-20T10:00:00.000Z"
                     *           },
                     *           "entitled_by": "plan",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IndexingRequestList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getIndexingRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "order_id": 1,
                     *       "backlink_id": 1,
                     *       "url": "text",
                     *       "indexing_service": "text",
                     *       "service_request_id": "text",
                     *       "submitted_at": "2026-11-20T10:00:00.000Z",
                     *       "first_check_at": "2026-11-20T10:00:00.000Z",
                     *       "last_check_at": "2026-11-20T10:00:00.000Z",
                     *       "check_count": 1,
                     *       "is_indexed": true,
                     *       "indexed_at": "2026-11-20T10:00:00.000Z",
                     *       "indexed_on_day": 1,
                     *       "status": "queued",
                     *       "cost": "0.0075",
                     *       "needs_review": true,
                     *       "failure": "text",
                     *       "review": {
                     *         "outcome": "text",
                     *         "note": "text",
                     *         "at": "2026-11-20T10:00:00.000Z"
                     *       },
                     *       "attempts": [
                     *         {
                     *           "step": "submit",
                     *           "service": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted",
                     *           "reference": "text",
                     *           "error": "text",
                     *           "cost": "0.0075"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "day": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "indexed": true,
                     *           "evidence": {}
                     *         }
                     *       ],
                     *       "charges": [
                     *         {
                     *           "what": "index_check",
                     *           "step": "text",
                     *           "service": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cost": "0.0075"
                     *         }
                     *       ],
                     *       "next_step": {
                     *         "name": "text",
                     *         "due_at": "2026-11-20T10:00:00.000Z"
                     *       },
                     *       "entitled_by": "plan",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["IndexingRequest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reviewIndexingRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "accept_failure",
                 *       "note": "the page is marked noindex by its owner"
                 *     }
                 */
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    outcome: "accept_failure" | "retry";
                };
            };
        };
        responses: {
            /** @description the request as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "order_id": 1,
                     *       "backlink_id": 1,
                     *       "url": "text",
                     *       "indexing_service": "text",
                     *       "service_request_id": "text",
                     *       "submitted_at": "2026-11-20T10:00:00.000Z",
                     *       "first_check_at": "2026-11-20T10:00:00.000Z",
                     *       "last_check_at": "2026-11-20T10:00:00.000Z",
                     *       "check_count": 1,
                     *       "is_indexed": true,
                     *       "indexed_at": "2026-11-20T10:00:00.000Z",
                     *       "indexed_on_day": 1,
                     *       "status": "queued",
                     *       "cost": "0.0075",
                     *       "needs_review": true,
                     *       "failure": "text",
                     *       "review": {
                     *         "outcome": "text",
                     *         "note": "text",
                     *         "at": "2026-11-20T10:00:00.000Z"
                     *       },
                     *       "attempts": [
                     *         {
                     *           "step": "submit",
                     *           "service": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted",
                     *           "reference": "text",
                     *           "error": "text",
                     *           "cost": "0.0075"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "day": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "indexed": true,
                     *           "evidence": {}
                     *         }
                     *       ],
                     *       "charges": [
                     *         {
                     *           "what": "index_check",
                     *           "step": "text",
                     *           "service": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cost": "0.0075"
                     *         }
                     *       ],
                     *       "next_step": {
                     *         "name": "text",
                     *         "due_at": "2026-11-20T10:00:00.000Z"
                     *       },
                     *       "entitled_by": "plan",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["IndexingRequest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getIndexingStats: {
        parameters: {
            query?: {
                /** @description only of this site */
                site_id?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "site_id": 1,
                     *       "total": 1,
                     *       "by_status": {},
                     *       "pending": 1,
                     *       "success_rate": 1,
                     *       "median_days_to_index": 1,
                     *       "cost_total": "0.0075",
                     *       "by_service": [
                     *         {
                     *           "service": "text",
                     *           "submitted": 1,
                     *           "indexed": 1,
                     *           "failed": 1,
                     *           "cost": "0.0075"
                     *         }
                     *       ],
                     *       "problems": [
                     *         {
                     *           "service": "text",
                     *           "problem": "text",
                     *           "since": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IndexingStats"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    submitForIndexing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "backlink_ids": [
                 *         1,
                 *         2
                 *       ]
                 *     }
                 */
                "application/json": {
                    backlink_ids: number[];
                };
            };
        };
        responses: {
            /** @description what became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": [
                     *         {
                     *           "backlink_id": 1,
                     *           "request_id": 1
                     *         }
                     *       ],
                     *       "refused": [
                     *         {
                     *           "backlink_id": 1,
                     *           "code": "text",
                     *           "message": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IndexingSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEffects: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "position" | "requested_at" | "updated_at" | "-position" | "-requested_at" | "-updated_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "requested" | "in_flight" | "retrying" | "succeeded" | "unknown" | "parked" | "cancelled";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of effects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "kind": "text",
                     *           "status": "text",
                     *           "attempts": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListEffectsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    retryEffect: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "status": "retrying"
                     *     }
                     */
                    "application/json": components["schemas"]["RetryEffectAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    settleEffect: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "evidence handed in at PayPal, case PP-R-1"
                 *     }
                 */
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description settled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "status": "succeeded"
                     *     }
                     */
                    "application/json": components["schemas"]["SettleEffectAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFlags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the flags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "flag": "managed_services_enabled",
                     *           "account_id": 1,
                     *           "environment": "staging",
                     *           "enabled": true,
                     *           "percentage": 1,
                     *           "reason": "text",
                     *           "set_by": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "event_id": "text",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LaunchFlag"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "flag": "managed_services_enabled",
                 *       "enabled": true,
                 *       "percentage": 25,
                 *       "reason": "first quarter of accounts"
                 *     }
                 */
                "application/json": {
                    account_id?: number | null;
                    enabled: boolean;
                    environment?: ("staging" | "production") | null;
                    /** @enum {string} */
                    flag: "managed_services_enabled";
                    percentage?: number | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description all flags as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "flag": "managed_services_enabled",
                     *           "account_id": 1,
                     *           "environment": "staging",
                     *           "enabled": true,
                     *           "percentage": 1,
                     *           "reason": "text",
                     *           "set_by": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "event_id": "text",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LaunchFlag"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listJobs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "job": "text",
                     *           "schedule": "text",
                     *           "last_run": {
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "outcome": "text",
                     *             "duration_ms": 1,
                     *             "detail": "text"
                     *           },
                     *           "next_run_at": "2026-11-20T10:00:00.000Z",
                     *           "progress": {
                     *             "total": 1,
                     *             "done": 1,
                     *             "failed": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JobList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    runJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its name, as the list has it */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description the job with the run just made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "job": "text",
                     *       "schedule": "text",
                     *       "last_run": {
                     *         "at": "2026-11-20T10:00:00.000Z",
                     *         "outcome": "text",
                     *         "duration_ms": 1,
                     *         "detail": "text"
                     *       },
                     *       "next_run_at": "2026-11-20T10:00:00.000Z",
                     *       "progress": {
                     *         "total": 1,
                     *         "done": 1,
                     *         "failed": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listProjections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the read models */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "name": "text",
                     *           "version": 1,
                     *           "position": 1,
                     *           "lag": 1,
                     *           "parked": [
                     *             {
                     *               "stream": "text",
                     *               "revision": 1,
                     *               "position": 1,
                     *               "error": "text"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListProjectionsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rebuildProjection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its name, as the list has it */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "text",
                     *       "status": "rebuilding"
                     *     }
                     */
                    "application/json": components["schemas"]["RebuildProjectionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    receiveFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "evt-1",
                 *       "source": "igny8-core",
                 *       "type": "ArticlePublished",
                 *       "time": "2026-11-20T10:00:00Z",
                 *       "data": {
                 *         "site_id": 11,
                 *         "content_id": 5,
                 *         "type": "post",
                 *         "published_at": "2026-11-20T10:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FactInput"] | components["schemas"]["FactInput"][];
            };
        };
        responses: {
            /** @description what became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "index": 1,
                     *           "id": "text",
                     *           "outcome": "accepted",
                     *           "problem": {
                     *             "code": "text",
                     *             "status": 1,
                     *             "title": "text",
                     *             "detail": "text",
                     *             "errors": [
                     *               {
                     *                 "pointer": "text",
                     *                 "message": "text"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FactOutcomeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOrphanFacts: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "received_at" | "position" | "type" | "-received_at" | "-position" | "-type";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of facts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": "text",
                     *           "source": "text",
                     *           "type": "text",
                     *           "time": "2026-11-20T10:00:00.000Z",
                     *           "data": {},
                     *           "waiting_for": {
                     *             "kind": "text",
                     *             "id": 1
                     *           },
                     *           "received_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListOrphanFactsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listWorkRequests: {
        parameters: {
            query?: {
                /** @description only of this kind */
                kind?: "blueprint.generate" | "automation.configure" | "content.plan" | "pipeline.run" | "social.schedule" | "schema.scan" | "gsc.inspect" | "taxonomy.generate" | "blueprint.approve" | "content.review";
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "updated_at" | "-id" | "-created_at" | "-updated_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "waiting" | "sent" | "done" | "failed";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of work requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "kind": "blueprint.generate",
                     *           "payload": {},
                     *           "status": "waiting",
                     *           "attempts": 1,
                     *           "result": {},
                     *           "error": "text",
                     *           "subscription_id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkRequestList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getWorkRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the work request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "kind": "blueprint.generate",
                     *       "payload": {},
                     *       "status": "waiting",
                     *       "attempts": 1,
                     *       "result": {},
                     *       "error": "text",
                     *       "subscription_id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkRequest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    finishWorkRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "result": {
                 *         "articles": 8
                 *       }
                 *     }
                 */
                "application/json": {
                    result?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description the work request as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "kind": "blueprint.generate",
                     *       "payload": {},
                     *       "status": "waiting",
                     *       "attempts": 1,
                     *       "result": {},
                     *       "error": "text",
                     *       "subscription_id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkRequest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    failWorkRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "error": "the site does not answer"
                 *     }
                 */
                "application/json": {
                    error?: string;
                };
            };
        };
        responses: {
            /** @description the work request as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "kind": "blueprint.generate",
                     *       "payload": {},
                     *       "status": "waiting",
                     *       "attempts": 1,
                     *       "result": {},
                     *       "error": "text",
                     *       "subscription_id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkRequest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTestClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["GetTestClockAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    advanceTestClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "by": "3d"
                 *     }
                 */
                "application/json": {
                    by?: string | number;
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description what ran */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-20T10:00:00.000Z",
                     *       "to": "2026-11-20T10:00:00.000Z",
                     *       "ran": {
                     *         "timers": 1,
                     *         "jobs": 1,
                     *         "effects": 1,
                     *         "events": 1
                     *       },
                     *       "settled": true
                     *     }
                     */
                    "application/json": components["schemas"]["AdvanceTestClockAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openSandboxDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "reference": "pi_1",
                 *       "reason": "product_not_received"
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount?: string;
                    /** @enum {string} */
                    provider: "stripe" | "paypal";
                    reason?: string;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["OpenSandboxDisputeAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    closeSandboxDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the provider’s name of the dispute */
                dispute: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "outcome": "lost"
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount_refunded?: string;
                    /** @enum {string} */
                    outcome?: "won" | "lost";
                    outcome_code?: string;
                    /** @enum {string} */
                    provider: "stripe" | "paypal";
                };
            };
        };
        responses: {
            /** @description decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CloseSandboxDisputeAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setSandboxFault: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "mail",
                 *       "mode": "down",
                 *       "times": 2
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    mode: "down" | "slow" | "refuse" | "lose_answer" | "half_answer" | "off";
                    provider: string;
                    times?: number;
                };
            };
        };
        responses: {
            /** @description set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": "text",
                     *       "mode": "down",
                     *       "times": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SetSandboxFaultAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setSandboxIndex: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://blog.example.org/post",
                 *       "indexed": true,
                 *       "from": "2026-06-27T00:00:00Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    from?: string;
                    indexed: boolean;
                    /** Format: uri */
                    url: string;
                };
            };
        };
        responses: {
            /** @description set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SetSandboxIndexAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSandboxLedger: {
        parameters: {
            query?: {
                /** @description only what this stand-in did */
                provider?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "provider": "text",
                     *           "operation": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetSandboxLedgerAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSandboxMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the outbox */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "to": [
                     *             "text"
                     *           ],
                     *           "subject": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "text": "text",
                     *           "html": "text",
                     *           "attachments": [
                     *             {
                     *               "name": "text",
                     *               "type": "text",
                     *               "size": 1
                     *             }
                     *           ],
                     *           "headers": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListSandboxMailAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sendSandboxNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "type": "balance.available",
                 *       "object": {
                 *         "object": "balance"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @default {} */
                    object?: {
                        [key: string]: components["schemas"]["sendSandboxNoticeInputschema0"];
                    };
                    /** @enum {string} */
                    provider: "stripe" | "paypal";
                    type: string;
                };
            };
        };
        responses: {
            /** @description queued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SendSandboxNoticeAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setSandboxPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://blog.example.org/post",
                 *       "html": "<a href=\"https://acorn.example/\">Acorn</a>"
                 *     }
                 */
                "application/json": {
                    /** @default  */
                    html?: string;
                    redirect_to?: string | null;
                    /** @default 200 */
                    status?: number;
                    /** Format: uri */
                    url: string;
                };
            };
        };
        responses: {
            /** @description set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SetSandboxPageAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setSandboxPlanSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "plan": "growth",
                 *       "status": "past_due"
                 *     }
                 */
                "application/json": {
                    account_id: number;
                    /** @enum {string} */
                    plan: "free" | "starter" | "growth" | "scale";
                    /** @enum {string} */
                    status: "active" | "past_due" | "canceled";
                };
            };
        };
        responses: {
            /** @description changed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SetSandboxPlanSubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    makeSandboxRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "reference": "pi_1",
                 *       "amount": "5.00"
                 *     }
                 */
                "application/json": {
                    /** @example 399.00 */
                    amount?: string;
                    /** @enum {string} */
                    provider: "stripe" | "paypal";
                    reference: string;
                    /** @default false */
                    reversed?: boolean;
                };
            };
        };
        responses: {
            /** @description made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MakeSandboxRefundAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    failSandboxRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the provider’s id of a refund */
                refund: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    provider: "stripe" | "paypal";
                };
            };
        };
        responses: {
            /** @description failed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["FailSandboxRefundAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description any of these; may be given several times */
                id?: number[];
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "name" | "created_at" | "-id" | "-name" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only accounts of this agency */
                parent_account_id?: number;
                /** @description the key of a plan such as `growth`, or in a path its id */
                plan?: "free" | "starter" | "growth" | "scale";
                /** @description what the name contains */
                search?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "name": "text",
                     *           "email": "text",
                     *           "plan": "text",
                     *           "plan_id": 3,
                     *           "kind": "text",
                     *           "parent_account_id": 1,
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAnnotations: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description the day that is noted */
                date?: string;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "date" | "created_at" | "-id" | "-date" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
                /** @description for whom it is; clients see their own only */
                visibility?: "client" | "team";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of notes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "date": "2026-11-20",
                     *           "text": "text",
                     *           "visibility": "client",
                     *           "created_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AnnotationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    addAnnotation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11,
                 *       "date": "2026-11-09",
                 *       "text": "Relaunch of the home page",
                 *       "visibility": "client"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    date: string;
                    site_id: number;
                    text: string;
                    /**
                     * @default client
                     * @enum {string}
                     */
                    visibility?: "client" | "team";
                };
            };
        };
        responses: {
            /** @description the note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "date": "2026-11-20",
                     *       "text": "text",
                     *       "visibility": "client",
                     *       "created_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Annotation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAnnotation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "date": "2026-11-20",
                     *       "text": "text",
                     *       "visibility": "client",
                     *       "created_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Annotation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeAnnotation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only of this kind */
                kind?: "blueprint" | "content" | "order" | "placement" | "report";
                /** @description column to order by; a leading - for descending */
                ordering?: "since" | "-since";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "kind": "text",
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "title": "text",
                     *           "since": "2026-11-20T10:00:00.000Z",
                     *           "waiting_for": "client",
                     *           "silent_on": "2026-11-20T10:00:00.000Z",
                     *           "href": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovalList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "rejected",
                 *       "note": "not for our readers"
                 *     }
                 */
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    outcome: "approved" | "rejected" | "changes_requested";
                };
            };
        };
        responses: {
            /** @description what was decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "text",
                     *       "id": 1,
                     *       "outcome": "approved"
                     *     }
                     */
                    "application/json": components["schemas"]["DecideApprovalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listBacklinkOrders: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "updated_at" | "status" | "due_date" | "client_price" | "-id" | "-created_at" | "-updated_at" | "-status" | "-due_date" | "-client_price";
                /** @description only of this package */
                package?: "starter" | "growth" | "authority" | "enterprise" | "custom";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
                /** @description only those in this status */
                status?: "draft" | "approved" | "in_progress" | "delivered" | "completed" | "cancelled";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "campaign_id": 1,
                     *           "managed_subscription_id": 1,
                     *           "order_type": "one_time",
                     *           "package": "starter",
                     *           "pricing_mode": "tiers",
                     *           "billing": "on_completion",
                     *           "lines": [
                     *             {
                     *               "id": 1,
                     *               "tier": "basic_guest_post",
                     *               "package": "starter",
                     *               "quantity": 1,
                     *               "dr": 1,
                     *               "unit_price": "399.00",
                     *               "niche_surcharge": 1,
                     *               "amount": "399.00",
                     *               "delivered": 1
                     *             }
                     *           ],
                     *           "client_price": "399.00",
                     *           "currency": "USD",
                     *           "budget": "399.00",
                     *           "actual_cost": "399.00",
                     *           "margin": "399.00",
                     *           "margin_percent": 1,
                     *           "margin_multiple": 1,
                     *           "niche": "general",
                     *           "niche_surcharge": 1,
                     *           "links_ordered": 1,
                     *           "links_delivered": 1,
                     *           "links_live": 1,
                     *           "links_indexed": 1,
                     *           "status": "draft",
                     *           "behind": {
                     *             "links": true,
                     *             "since": "2026-11-20"
                     *           },
                     *           "due_date": "2026-11-20",
                     *           "ordered_at": "2026-11-20T10:00:00.000Z",
                     *           "delivered_at": "2026-11-20T10:00:00.000Z",
                     *           "completed_at": "2026-11-20T10:00:00.000Z",
                     *           "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *           "approved_by": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "on_behalf_of_client": true,
                     *           "predecessor_id": 1,
                     *           "successor_id": 1,
                     *           "renews_on": "2026-11-20",
                     *           "renewal_held": "text",
                     *           "placement_approval": "none",
                     *           "placements_halted": true,
                     *           "brief_status": "none",
                     *           "guarantee": {
                     *             "days": 1,
                     *             "covers": [
                     *               "lost"
                     *             ],
                     *             "remedy": "replacement",
                     *             "replacement_window": "rest"
                     *           },
                     *           "invoice_id": 1,
                     *           "notes": "text",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrderList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11,
                 *       "order_type": "one_time",
                 *       "pricing_mode": "tiers",
                 *       "niche": "finance_insurance",
                 *       "lines": [
                 *         {
                 *           "tier": "basic_guest_post",
                 *           "quantity": 4,
                 *           "dr": 40
                 *         },
                 *         {
                 *           "tier": "pr_basic",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description by default what the package says */
                    brief_required?: boolean;
                    /** @example 399.00 */
                    budget?: string;
                    campaign_id?: number;
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    due_date?: string;
                    lines?: {
                        dr?: number;
                        quantity: number;
                        /** @enum {string} */
                        tier: "basic_guest_post" | "standard_guest_post" | "premium_guest_post" | "pr_basic" | "pr_premium";
                        /** @example 399.00 */
                        unit_price?: string;
                    }[];
                    links?: number;
                    managed_subscription_id?: number;
                    /** @enum {string} */
                    niche?: "general" | "tech_saas" | "finance_insurance" | "health_medical" | "crypto_casino";
                    /** @example 1.5 */
                    niche_surcharge?: number | string;
                    notes?: string;
                    /**
                     * @default one_time
                     * @enum {string}
                     */
                    order_type?: "one_time" | "monthly";
                    override_reason?: string;
                    /** @enum {string} */
                    package?: "starter" | "growth" | "authority" | "enterprise" | "custom";
                    /**
                     * @description client: every link is proposed first; by default what the site’s subscription says
                     * @enum {string}
                     */
                    placement_approval?: "none" | "client";
                    /** @example 399.00 */
                    price?: string;
                    /** @enum {string} */
                    pricing_mode?: "tiers" | "package" | "pass_through";
                    site_id: number;
                };
            };
        };
        responses: {
            /** @description drafted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "notes": "client wants the posts spread over the month"
                 *     }
                 */
                "application/json": {
                    /** @description by default what the package says */
                    brief_required?: boolean;
                    /** @example 399.00 */
                    budget?: string;
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    due_date?: string;
                    lines?: {
                        dr?: number;
                        quantity: number;
                        /** @enum {string} */
                        tier: "basic_guest_post" | "standard_guest_post" | "premium_guest_post" | "pr_basic" | "pr_premium";
                        /** @example 399.00 */
                        unit_price?: string;
                    }[];
                    links?: number;
                    /** @enum {string} */
                    niche?: "general" | "tech_saas" | "finance_insurance" | "health_medical" | "crypto_casino";
                    /** @example 1.5 */
                    niche_surcharge?: number | string;
                    notes?: string | null;
                    /** @enum {string} */
                    order_type?: "one_time" | "monthly";
                    override_reason?: string;
                    /** @enum {string} */
                    package?: "starter" | "growth" | "authority" | "enterprise" | "custom";
                    /**
                     * @description client: every link is proposed first; by default what the site’s subscription says
                     * @enum {string}
                     */
                    placement_approval?: "none" | "client";
                    /** @example 399.00 */
                    price?: string;
                    /** @enum {string} */
                    pricing_mode?: "tiers" | "package" | "pass_through";
                };
            };
        };
        responses: {
            /** @description the order as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    approveBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "on_behalf_of_client": true
                 *     }
                 */
                "application/json": {
                    on_behalf_of_client?: boolean;
                };
            };
        };
        responses: {
            /** @description the order as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOrderBrief: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the brief */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": 1,
                     *       "status": "waiting",
                     *       "waiting_for": "client",
                     *       "questions": [
                     *         {
                     *           "key": "text",
                     *           "label": "text",
                     *           "kind": "text",
                     *           "required": true,
                     *           "max": 1,
                     *           "options": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "answers": {},
                     *       "completed_at": "text",
                     *       "due_date": "2026-11-20"
                     *     }
                     */
                    "application/json": components["schemas"]["Brief"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    answerOrderBrief: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {
                 *         "target_pages": [
                 *           "https://acorn.example/savings"
                 *         ],
                 *         "anchors": [
                 *           "savings calculator"
                 *         ],
                 *         "audience": "families"
                 *       },
                 *       "complete": true
                 *     }
                 */
                "application/json": {
                    answers: {
                        [key: string]: string | string[];
                    };
                    complete?: boolean;
                };
            };
        };
        responses: {
            /** @description the brief */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": 1,
                     *       "status": "waiting",
                     *       "waiting_for": "client",
                     *       "questions": [
                     *         {
                     *           "key": "text",
                     *           "label": "text",
                     *           "kind": "text",
                     *           "required": true,
                     *           "max": 1,
                     *           "options": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "answers": {},
                     *       "completed_at": "text",
                     *       "due_date": "2026-11-20"
                     *     }
                     */
                    "application/json": components["schemas"]["Brief"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    cancelBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "what": "renewal",
                 *       "reason": "campaign ends in June"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                    /**
                     * @default order
                     * @enum {string}
                     */
                    what?: "order" | "renewal";
                };
            };
        };
        responses: {
            /** @description the order as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    completeBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the client accepts four of five links"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the order as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDistributionReport: {
        parameters: {
            query?: {
                /** @description the branding to use instead of the one that the config names */
                branding_id?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listGuaranteeClaims: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "status" | "-id" | "-created_at" | "-status";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "open" | "accepted" | "refused" | "remedied";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "order_id": 1,
                     *           "backlink_id": 1,
                     *           "reason": "lost",
                     *           "note": "text",
                     *           "claimed_by": "text",
                     *           "claimed_on": "2026-11-20",
                     *           "status": "open",
                     *           "refused_because": "text",
                     *           "check_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "remedy": "replacement",
                     *           "amount": "399.00",
                     *           "replacement_id": 1,
                     *           "credit_note_id": 1,
                     *           "settled_at": "2026-11-20T10:00:00.000Z",
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GuaranteeClaimList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    claimGuarantee: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "backlink_id": 4,
                 *       "reason": "lost",
                 *       "note": "the post is there, the link is not"
                 *     }
                 */
                "application/json": {
                    backlink_id: number;
                    note?: string;
                    /** @enum {string} */
                    reason: "lost" | "nofollow" | "deindexed" | "page_dead";
                };
            };
        };
        responses: {
            /** @description claimed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "order_id": 1,
                     *       "backlink_id": 1,
                     *       "reason": "lost",
                     *       "note": "text",
                     *       "claimed_by": "text",
                     *       "claimed_on": "2026-11-20",
                     *       "status": "open",
                     *       "refused_because": "text",
                     *       "check_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *       "remedy": "replacement",
                     *       "amount": "399.00",
                     *       "replacement_id": 1,
                     *       "credit_note_id": 1,
                     *       "settled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["GuaranteeClaim"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    settleGuaranteeClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the id of the claim */
                claim_id: number;
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "accepted",
                 *       "note": "the blog’s owner says the post was taken out of the index"
                 *     }
                 */
                "application/json": {
                    note: string;
                    /** @enum {string} */
                    outcome: "accepted" | "refused";
                };
            };
        };
        responses: {
            /** @description the claim as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "order_id": 1,
                     *       "backlink_id": 1,
                     *       "reason": "lost",
                     *       "note": "text",
                     *       "claimed_by": "text",
                     *       "claimed_on": "2026-11-20",
                     *       "status": "open",
                     *       "refused_because": "text",
                     *       "check_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *       "remedy": "replacement",
                     *       "amount": "399.00",
                     *       "replacement_id": 1,
                     *       "credit_note_id": 1,
                     *       "settled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["GuaranteeClaim"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOrderLinks: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "placed_at" | "status" | "-id" | "-placed_at" | "-status";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "placed" | "live" | "lost" | "rejected" | "replaced";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "order_id": 1,
                     *           "campaign_id": 1,
                     *           "vendor": "text",
                     *           "vendor_reference": "text",
                     *           "source_url": "text",
                     *           "source_domain": "text",
                     *           "target_url": "text",
                     *           "anchor_text": "text",
                     *           "tier": "basic_guest_post",
                     *           "rel": "text",
                     *           "source_dr": 1,
                     *           "source_traffic": 1,
                     *           "quality_score": 1,
                     *           "warnings": [
                     *             {
                     *               "code": "dr_below_floor",
                     *               "message": "text",
                     *               "decision": "accept"
                     *             }
                     *           ],
                     *           "quality_warnings": [
                     *             {
                     *               "code": "dr_below_floor",
                     *               "message": "text",
                     *               "decision": "accept"
                     *             }
                     *           ],
                     *           "cost": "399.00",
                     *           "status": "planned",
                     *           "placed_at": "2026-11-20T10:00:00.000Z",
                     *           "live_at": "2026-11-20T10:00:00.000Z",
                     *           "lost_at": "2026-11-20T10:00:00.000Z",
                     *           "lost_because": "text",
                     *           "rejected_because": "text",
                     *           "replaces_id": 1,
                     *           "replacement": {
                     *             "owed": true,
                     *             "until": "2026-11-20",
                     *             "replaced_by": 1
                     *           },
                     *           "is_indexed": true,
                     *           "indexed_at": "2026-11-20T10:00:00.000Z",
                     *           "indexing_submitted": true,
                     *           "indexing": {
                     *             "request_id": 1,
                     *             "status": "text"
                     *           },
                     *           "ahrefs_verified": true,
                     *           "ahrefs_last_seen": "2026-11-20T10:00:00.000Z",
                     *           "flagged": true,
                     *           "flagged_because": "text",
                     *           "live_checks": [
                     *             {
                     *               "at": "2026-11-20T10:00:00.000Z",
                     *               "step": "text",
                     *               "http_status": 1,
                     *               "final_url": "text",
                     *               "redirects": 1,
                     *               "link_found": true,
                     *               "rel": [
                     *                 "text"
                     *               ],
                     *               "flags": [
                     *                 "text"
                     *               ],
                     *               "signals": [
                     *                 "text"
                     *               ],
                     *               "error": "text",
                     *               "next_at": "2026-11-20T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    placeOrderLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vendor": "fatgrid",
                 *       "source_url": "https://blog.example.org/how-to-save",
                 *       "target_url": "https://acorn.example/savings",
                 *       "anchor_text": "savings calculator",
                 *       "cost": "62.50",
                 *       "tier": "basic_guest_post"
                 *     }
                 */
                "application/json": {
                    anchor_text: string;
                    /** @example 399.00 */
                    cost: string;
                    override_reason?: string;
                    /** @description what the client approved, of an order that asks for it */
                    proposal_id?: number;
                    replaces_id?: number;
                    /**
                     * Format: uri
                     * @example https://blog.example.org/post
                     */
                    source_url: string;
                    /**
                     * Format: uri
                     * @example https://blog.example.org/post
                     */
                    target_url: string;
                    /** @enum {string} */
                    tier?: "basic_guest_post" | "standard_guest_post" | "premium_guest_post" | "pr_basic" | "pr_premium";
                    /** @enum {string} */
                    vendor: "fatgrid" | "ein_presswire" | "prnews_io" | "linking_news" | "direct" | "other";
                    vendor_reference?: string;
                };
            };
        };
        responses: {
            /** @description placed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "order_id": 1,
                     *       "campaign_id": 1,
                     *       "vendor": "text",
                     *       "vendor_reference": "text",
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "target_url": "text",
                     *       "anchor_text": "text",
                     *       "tier": "basic_guest_post",
                     *       "rel": "text",
                     *       "source_dr": 1,
                     *       "source_traffic": 1,
                     *       "quality_score": 1,
                     *       "warnings": [
                     *         {
                     *           "code": "dr_below_floor",
                     *           "message": "text",
                     *           "decision": "accept"
                     *         }
                     *       ],
                     *       "quality_warnings": [
                     *         {
                     *           "code": "dr_below_floor",
                     *           "message": "text",
                     *           "decision": "accept"
                     *         }
                     *       ],
                     *       "cost": "399.00",
                     *       "status": "planned",
                     *       "placed_at": "2026-11-20T10:00:00.000Z",
                     *       "live_at": "2026-11-20T10:00:00.000Z",
                     *       "lost_at": "2026-11-20T10:00:00.000Z",
                     *       "lost_because": "text",
                     *       "rejected_because": "text",
                     *       "replaces_id": 1,
                     *       "replacement": {
                     *         "owed": true,
                     *         "until": "2026-11-20",
                     *         "replaced_by": 1
                     *       },
                     *       "is_indexed": true,
                     *       "indexed_at": "2026-11-20T10:00:00.000Z",
                     *       "indexing_submitted": true,
                     *       "indexing": {
                     *         "request_id": 1,
                     *         "status": "text"
                     *       },
                     *       "ahrefs_verified": true,
                     *       "ahrefs_last_seen": "2026-11-20T10:00:00.000Z",
                     *       "flagged": true,
                     *       "flagged_because": "text",
                     *       "live_checks": [
                     *         {
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "step": "text",
                     *           "http_status": 1,
                     *           "final_url": "text",
                     *           "redirects": 1,
                     *           "link_found": true,
                     *           "rel": [
                     *             "text"
                     *           ],
                     *           "flags": [
                     *             "text"
                     *           ],
                     *           "signals": [
                     *             "text"
                     *           ],
                     *           "error": "text",
                     *           "next_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Backlink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPlacementProposals: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "status" | "-id" | "-created_at" | "-status";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "proposed" | "approved" | "rejected" | "withdrawn" | "placed";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of proposals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "order_id": 1,
                     *           "source_url": "text",
                     *           "source_domain": "text",
                     *           "anchor_text": "text",
                     *           "target_url": "text",
                     *           "metrics": {
                     *             "dr": 1,
                     *             "traffic": 1
                     *           },
                     *           "status": "proposed",
                     *           "approved_by": "text",
                     *           "reason": "text",
                     *           "proposed_on": "2026-11-20",
                     *           "silent_on": "2026-11-20T10:00:00.000Z",
                     *           "backlink_id": 1,
                     *           "decided_at": "2026-11-20T10:00:00.000Z",
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z",
                     *           "vendor": "text",
                     *           "cost": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlacementProposalList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposePlacement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source_url": "https://blog.example.org/how-to-save",
                 *       "target_url": "https://acorn.example/savings",
                 *       "anchor_text": "savings calculator",
                 *       "vendor": "fatgrid",
                 *       "cost": "62.50",
                 *       "metrics": {
                 *         "dr": 42
                 *       }
                 *     }
                 */
                "application/json": {
                    anchor_text: string;
                    /** @example 399.00 */
                    cost: string;
                    /** @description where the page is not known yet */
                    domain?: string;
                    metrics?: {
                        dr?: number;
                        traffic?: number;
                    };
                    /**
                     * Format: uri
                     * @example https://blog.example.org/post
                     */
                    source_url?: string;
                    /**
                     * Format: uri
                     * @example https://blog.example.org/post
                     */
                    target_url: string;
                    /** @enum {string} */
                    vendor: "fatgrid" | "ein_presswire" | "prnews_io" | "linking_news" | "direct" | "other";
                };
            };
        };
        responses: {
            /** @description proposed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "order_id": 1,
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "anchor_text": "text",
                     *       "target_url": "text",
                     *       "metrics": {
                     *         "dr": 1,
                     *         "traffic": 1
                     *       },
                     *       "status": "proposed",
                     *       "approved_by": "text",
                     *       "reason": "text",
                     *       "proposed_on": "2026-11-20",
                     *       "silent_on": "2026-11-20T10:00:00.000Z",
                     *       "backlink_id": 1,
                     *       "decided_at": "2026-11-20T10:00:00.000Z",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "vendor": "text",
                     *       "cost": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PlacementProposal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    approvePlacement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description the id of the proposal */
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description the proposal as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "order_id": 1,
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "anchor_text": "text",
                     *       "target_url": "text",
                     *       "metrics": {
                     *         "dr": 1,
                     *         "traffic": 1
                     *       },
                     *       "status": "proposed",
                     *       "approved_by": "text",
                     *       "reason": "text",
                     *       "proposed_on": "2026-11-20",
                     *       "silent_on": "2026-11-20T10:00:00.000Z",
                     *       "backlink_id": 1,
                     *       "decided_at": "2026-11-20T10:00:00.000Z",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "vendor": "text",
                     *       "cost": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PlacementProposal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rejectPlacement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description the id of the proposal */
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "we know this blog, it is not for our readers"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the proposal as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "order_id": 1,
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "anchor_text": "text",
                     *       "target_url": "text",
                     *       "metrics": {
                     *         "dr": 1,
                     *         "traffic": 1
                     *       },
                     *       "status": "proposed",
                     *       "approved_by": "text",
                     *       "reason": "text",
                     *       "proposed_on": "2026-11-20",
                     *       "silent_on": "2026-11-20T10:00:00.000Z",
                     *       "backlink_id": 1,
                     *       "decided_at": "2026-11-20T10:00:00.000Z",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "vendor": "text",
                     *       "cost": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PlacementProposal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawPlacement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description the id of the proposal */
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "the blog has raised its price"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the proposal as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "order_id": 1,
                     *       "source_url": "text",
                     *       "source_domain": "text",
                     *       "anchor_text": "text",
                     *       "target_url": "text",
                     *       "metrics": {
                     *         "dr": 1,
                     *         "traffic": 1
                     *       },
                     *       "status": "proposed",
                     *       "approved_by": "text",
                     *       "reason": "text",
                     *       "proposed_on": "2026-11-20",
                     *       "silent_on": "2026-11-20T10:00:00.000Z",
                     *       "backlink_id": 1,
                     *       "decided_at": "2026-11-20T10:00:00.000Z",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "vendor": "text",
                     *       "cost": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PlacementProposal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    continuePlacements: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description the order as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "campaign_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "order_type": "one_time",
                     *       "package": "starter",
                     *       "pricing_mode": "tiers",
                     *       "billing": "on_completion",
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "budget": "399.00",
                     *       "actual_cost": "399.00",
                     *       "margin": "399.00",
                     *       "margin_percent": 1,
                     *       "margin_multiple": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "links_ordered": 1,
                     *       "links_delivered": 1,
                     *       "links_live": 1,
                     *       "links_indexed": 1,
                     *       "status": "draft",
                     *       "behind": {
                     *         "links": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "due_date": "2026-11-20",
                     *       "ordered_at": "2026-11-20T10:00:00.000Z",
                     *       "delivered_at": "2026-11-20T10:00:00.000Z",
                     *       "completed_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "approved_by": {
                     *         "role": "text",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "on_behalf_of_client": true,
                     *       "predecessor_id": 1,
                     *       "successor_id": 1,
                     *       "renews_on": "2026-11-20",
                     *       "renewal_held": "text",
                     *       "placement_approval": "none",
                     *       "placements_halted": true,
                     *       "brief_status": "none",
                     *       "guarantee": {
                     *         "days": 1,
                     *         "covers": [
                     *           "lost"
                     *         ],
                     *         "remedy": "replacement",
                     *         "replacement_window": "rest"
                     *       },
                     *       "invoice_id": 1,
                     *       "notes": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkOrder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getBacklinkOrderTimeline: {
        parameters: {
            query?: {
                /** @description the `next_after` of the page before */
                after?: number;
                /** @description results a page, 200 where it is left out, at most 200 */
                limit?: number;
                /** @description oldest first, or newest first with a leading - */
                ordering?: "position" | "-position";
                /** @description only events of this type; may be given several times */
                type?: string[];
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "position": 1,
                     *           "type": "text",
                     *           "occurred_at": "2026-11-20T10:00:00.000Z",
                     *           "recorded_at": "2026-11-20T10:00:00.000Z",
                     *           "actor": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "summary": "text",
                     *           "data": {}
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineEntryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    quoteBacklinkOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11,
                 *       "order_type": "one_time",
                 *       "pricing_mode": "tiers",
                 *       "niche": "finance_insurance",
                 *       "lines": [
                 *         {
                 *           "tier": "basic_guest_post",
                 *           "quantity": 4,
                 *           "dr": 40
                 *         },
                 *         {
                 *           "tier": "pr_basic",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description by default what the package says */
                    brief_required?: boolean;
                    /** @example 399.00 */
                    budget?: string;
                    campaign_id?: number;
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    due_date?: string;
                    lines?: {
                        dr?: number;
                        quantity: number;
                        /** @enum {string} */
                        tier: "basic_guest_post" | "standard_guest_post" | "premium_guest_post" | "pr_basic" | "pr_premium";
                        /** @example 399.00 */
                        unit_price?: string;
                    }[];
                    links?: number;
                    managed_subscription_id?: number;
                    /** @enum {string} */
                    niche?: "general" | "tech_saas" | "finance_insurance" | "health_medical" | "crypto_casino";
                    /** @example 1.5 */
                    niche_surcharge?: number | string;
                    notes?: string;
                    /**
                     * @default one_time
                     * @enum {string}
                     */
                    order_type?: "one_time" | "monthly";
                    override_reason?: string;
                    /** @enum {string} */
                    package?: "starter" | "growth" | "authority" | "enterprise" | "custom";
                    /**
                     * @description client: every link is proposed first; by default what the site’s subscription says
                     * @enum {string}
                     */
                    placement_approval?: "none" | "client";
                    /** @example 399.00 */
                    price?: string;
                    /** @enum {string} */
                    pricing_mode?: "tiers" | "package" | "pass_through";
                    site_id?: number;
                };
            };
        };
        responses: {
            /** @description the quote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "client_price": "399.00",
                     *       "currency": "USD",
                     *       "links_ordered": 1,
                     *       "niche": "general",
                     *       "niche_surcharge": 1,
                     *       "expected_cost": {
                     *         "low": "399.00",
                     *         "high": "399.00"
                     *       },
                     *       "expected_margin": {
                     *         "low": "399.00",
                     *         "high": "399.00"
                     *       },
                     *       "lines": [
                     *         {
                     *           "id": 1,
                     *           "tier": "basic_guest_post",
                     *           "package": "starter",
                     *           "quantity": 1,
                     *           "dr": 1,
                     *           "unit_price": "399.00",
                     *           "niche_surcharge": 1,
                     *           "amount": "399.00",
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "text": "text",
                     *           "value": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BacklinkQuote"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listBlockedDomains: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "domain" | "created_at" | "-id" | "-domain" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of domains */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "domain": "text",
                     *           "reason": "text",
                     *           "blocked_by": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BlockedDomainList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    blockDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "domain": "casino.example",
                 *       "reason": "does not fit our brand"
                 *     }
                 */
                "application/json": {
                    /** @description by default the caller’s own */
                    account_id?: number;
                    domain: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description blocked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "domain": "text",
                     *       "reason": "text",
                     *       "blocked_by": {
                     *         "kind": "text",
                     *         "id": 1,
                     *         "name": "token-3"
                     *       },
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BlockedDomain"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unblockDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description allowed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listBrandings: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "brand_name" | "created_at" | "-id" | "-brand_name" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of brandings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "brand_name": "text",
                     *           "brand_logo_url": "text",
                     *           "primary_color": "text",
                     *           "secondary_color": "text",
                     *           "contact_email": "text",
                     *           "contact_phone": "text",
                     *           "website_url": "text",
                     *           "footer_text": "text",
                     *           "report_domain": "text",
                     *           "is_active": true,
                     *           "logo": {
                     *             "state": "pending",
                     *             "reason": "text",
                     *             "width": 1,
                     *             "height": 1
                     *           },
                     *           "domain": {
                     *             "state": "claimed",
                     *             "since": "2026-11-20T10:00:00.000Z",
                     *             "record": {
                     *               "name": "text",
                     *               "type": "TXT",
                     *               "value": "text"
                     *             }
                     *           },
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BrandingList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createBranding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "brand_name": "Acorn Agency",
                 *       "primary_color": "#14532d",
                 *       "report_domain": "reports.acorn.example"
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    brand_logo_url?: string | null;
                    brand_name: string;
                    contact_email?: string | null;
                    contact_phone?: string | null;
                    footer_text?: string | null;
                    /** @default true */
                    is_active?: boolean;
                    /** @example #1f2937 */
                    primary_color?: string;
                    report_domain?: string | null;
                    /** @example #64748b */
                    secondary_color?: string;
                    website_url?: string | null;
                };
            };
        };
        responses: {
            /** @description the branding */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "brand_name": "text",
                     *       "brand_logo_url": "text",
                     *       "primary_color": "text",
                     *       "secondary_color": "text",
                     *       "contact_email": "text",
                     *       "contact_phone": "text",
                     *       "website_url": "text",
                     *       "footer_text": "text",
                     *       "report_domain": "text",
                     *       "is_active": true,
                     *       "logo": {
                     *         "state": "pending",
                     *         "reason": "text",
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "domain": {
                     *         "state": "claimed",
                     *         "since": "2026-11-20T10:00:00.000Z",
                     *         "record": {
                     *           "name": "text",
                     *           "type": "TXT",
                     *           "value": "text"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Branding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getBranding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the branding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "brand_name": "text",
                     *       "brand_logo_url": "text",
                     *       "primary_color": "text",
                     *       "secondary_color": "text",
                     *       "contact_email": "text",
                     *       "contact_phone": "text",
                     *       "website_url": "text",
                     *       "footer_text": "text",
                     *       "report_domain": "text",
                     *       "is_active": true,
                     *       "logo": {
                     *         "state": "pending",
                     *         "reason": "text",
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "domain": {
                     *         "state": "claimed",
                     *         "since": "2026-11-20T10:00:00.000Z",
                     *         "record": {
                     *           "name": "text",
                     *           "type": "TXT",
                     *           "value": "text"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Branding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeBranding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "brand_name": "Acorn Agency",
                 *       "primary_color": "#14532d"
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    brand_logo_url?: string | null;
                    brand_name: string;
                    contact_email?: string | null;
                    contact_phone?: string | null;
                    footer_text?: string | null;
                    /** @default true */
                    is_active?: boolean;
                    /** @example #1f2937 */
                    primary_color?: string;
                    report_domain?: string | null;
                    /** @example #64748b */
                    secondary_color?: string;
                    website_url?: string | null;
                };
            };
        };
        responses: {
            /** @description as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "brand_name": "text",
                     *       "brand_logo_url": "text",
                     *       "primary_color": "text",
                     *       "secondary_color": "text",
                     *       "contact_email": "text",
                     *       "contact_phone": "text",
                     *       "website_url": "text",
                     *       "footer_text": "text",
                     *       "report_domain": "text",
                     *       "is_active": true,
                     *       "logo": {
                     *         "state": "pending",
                     *         "reason": "text",
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "domain": {
                     *         "state": "claimed",
                     *         "since": "2026-11-20T10:00:00.000Z",
                     *         "record": {
                     *           "name": "text",
                     *           "type": "TXT",
                     *           "value": "text"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Branding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeBranding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    checkBrandingDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "brand_name": "text",
                     *       "brand_logo_url": "text",
                     *       "primary_color": "text",
                     *       "secondary_color": "text",
                     *       "contact_email": "text",
                     *       "contact_phone": "text",
                     *       "website_url": "text",
                     *       "footer_text": "text",
                     *       "report_domain": "text",
                     *       "is_active": true,
                     *       "logo": {
                     *         "state": "pending",
                     *         "reason": "text",
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "domain": {
                     *         "state": "claimed",
                     *         "since": "2026-11-20T10:00:00.000Z",
                     *         "record": {
                     *           "name": "text",
                     *           "type": "TXT",
                     *           "value": "text"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Branding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    fetchBrandingLogo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description as it is now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "brand_name": "text",
                     *       "brand_logo_url": "text",
                     *       "primary_color": "text",
                     *       "secondary_color": "text",
                     *       "contact_email": "text",
                     *       "contact_phone": "text",
                     *       "website_url": "text",
                     *       "footer_text": "text",
                     *       "report_domain": "text",
                     *       "is_active": true,
                     *       "logo": {
                     *         "state": "pending",
                     *         "reason": "text",
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "domain": {
                     *         "state": "claimed",
                     *         "since": "2026-11-20T10:00:00.000Z",
                     *         "record": {
                     *           "name": "text",
                     *           "type": "TXT",
                     *           "value": "text"
                     *         }
                     *       },
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Branding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only of this kind */
                kind?: "order" | "subscription" | "report" | "invoice";
                /** @description column to order by; a leading - for descending */
                ordering?: "last_message_at" | "subject_id" | "-last_message_at" | "-subject_id";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those with something unread */
                unread?: "true";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of conversations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "kind": "order",
                     *           "subject_id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "messages": 1,
                     *           "unread": 1,
                     *           "last_message_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "order",
                     *       "subject_id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "messages": 1,
                     *       "unread": 1,
                     *       "last_message_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "number" | "-number";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description for whom they are */
                visibility?: "client" | "team";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "kind": "order",
                     *           "subject_id": 1,
                     *           "author": {
                     *             "kind": "admin",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "text": "text",
                     *           "visibility": "client",
                     *           "files": [
                     *             {
                     *               "id": 1,
                     *               "name": "text",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "sha256": "text"
                     *             }
                     *           ],
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "read_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The draft looks good to us.",
                 *       "visibility": "client"
                 *     }
                 */
                "application/json": {
                    files?: number[];
                    text: string;
                    /**
                     * @default client
                     * @enum {string}
                     */
                    visibility?: "client" | "team";
                };
            };
        };
        responses: {
            /** @description the message */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "kind": "order",
                     *       "subject_id": 1,
                     *       "author": {
                     *         "kind": "admin",
                     *         "id": 1,
                     *         "name": "text"
                     *       },
                     *       "text": "text",
                     *       "visibility": "client",
                     *       "files": [
                     *         {
                     *           "id": 1,
                     *           "name": "text",
                     *           "type": "image/png",
                     *           "size": 1,
                     *           "sha256": "text"
                     *         }
                     *       ],
                     *       "at": "2026-11-20T10:00:00.000Z",
                     *       "read_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    linkMessageFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description the id of the file */
                file_id: number;
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
                /** @description the id of the message */
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description the link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text",
                     *       "expires_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    markMessagesRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description only of this kind */
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "through": 7
                 *     }
                 */
                "application/json": {
                    /** @description the id of the last message that was read */
                    through: number;
                };
            };
        };
        responses: {
            /** @description the conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "order",
                     *       "subject_id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "messages": 1,
                     *       "unread": 1,
                     *       "last_message_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDashboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "as_of": "2026-11-20T10:00:00.000Z",
                     *       "mrr": "399.00",
                     *       "revenue": {
                     *         "this_month": "399.00",
                     *         "last_month": "399.00"
                     *       },
                     *       "margin": {
                     *         "amount": "399.00",
                     *         "percent": 1
                     *       },
                     *       "clients": {
                     *         "pending": 1,
                     *         "active": 1,
                     *         "paused": 1,
                     *         "cancelled": 1
                     *       },
                     *       "unread_messages": 1,
                     *       "trend": [
                     *         {
                     *           "month": "text",
                     *           "revenue": "399.00",
                     *           "mrr": "399.00",
                     *           "margin": "399.00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDashboardClients: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description whether a service of theirs is behind on content or links */
                behind?: boolean;
                /** @description column to order by; a leading - for descending */
                ordering?: "account_id" | "name" | "mrr" | "open" | "past_due" | "-account_id" | "-name" | "-mrr" | "-open" | "-past_due";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description whether something of theirs is past due */
                past_due?: boolean;
                /** @description the key of a plan such as `growth`, or in a path its id */
                plan?: "free" | "starter" | "growth" | "scale";
                /** @description a part of the name */
                search?: string;
                /** @description with a managed service of that status */
                status?: "pending" | "active" | "paused" | "cancelled";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of clients */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "account_id": 1,
                     *           "name": "text",
                     *           "plan": "text",
                     *           "plan_id": 3,
                     *           "statuses": {},
                     *           "mrr": "399.00",
                     *           "open": "399.00",
                     *           "past_due": "399.00",
                     *           "behind": true,
                     *           "services": [
                     *             {
                     *               "id": 1,
                     *               "site_id": 1,
                     *               "domain": "text",
                     *               "tier": "lite",
                     *               "status": "pending",
                     *               "articles_published": 1,
                     *               "articles_per_month": 1,
                     *               "article_target": 1,
                     *               "behind_since": "2026-11-20",
                     *               "account_manager_id": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DashboardClientList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMargin: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description what the rows are of */
                by?: "order" | "subscription" | "client" | "service" | "month";
                /** @description `csv` for a file to open in a spreadsheet */
                format?: "json" | "csv";
                /** @description the first day or month that counts; a year before `to` where it is left out */
                from?: string;
                /** @description only what this service brings and costs */
                service?: "managed_lite" | "managed_pro" | "backlinks" | "indexing_boost" | "other";
                /** @description the last day or month that counts; today where it is left out */
                to?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the margin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "by": "order",
                     *       "from": "text",
                     *       "to": "text",
                     *       "results": [
                     *         {
                     *           "revenue": "399.00",
                     *           "revenue_invoiced": "399.00",
                     *           "revenue_accrued": "399.00",
                     *           "cost": "399.00",
                     *           "cost_by_kind": {},
                     *           "margin": "399.00",
                     *           "margin_percent": 1,
                     *           "key": "text",
                     *           "label": "text",
                     *           "planned": {
                     *             "low": 1,
                     *             "high": 1
                     *           }
                     *         }
                     *       ],
                     *       "totals": {
                     *         "revenue": "399.00",
                     *         "revenue_invoiced": "399.00",
                     *         "revenue_accrued": "399.00",
                     *         "cost": "399.00",
                     *         "cost_by_kind": {},
                     *         "margin": "399.00",
                     *         "margin_percent": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Margin"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOverdue: {
        parameters: {
            query?: {
                /** @description only of this kind */
                kind?: "onboarding" | "content" | "links" | "replacement" | "renewal" | "indexing_review" | "placement" | "brief" | "claim" | "invoice" | "dispute" | "report" | "report_review" | "effect";
                /** @description column to order by; a leading - for descending */
                ordering?: "since" | "-since";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "kind": "text",
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "since": "text",
                     *           "detail": "text",
                     *           "href": "text",
                     *           "waiting_for": "client"
                     *         }
                     *       ],
                     *       "counts": {}
                     *     }
                     */
                    "application/json": components["schemas"]["OverdueItemList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    streamDashboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description events named `dashboard` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listGoals: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description what is counted */
                metric?: "clicks" | "impressions" | "position" | "keywords_top_10" | "referring_domains" | "articles" | "conversions";
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "by" | "created_at" | "status" | "-id" | "-by" | "-created_at" | "-status";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
                /** @description only those in this status */
                status?: "open" | "met" | "missed" | "removed";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of goals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "metric": "clicks",
                     *           "by": "2026-11-20",
                     *           "status": "open",
                     *           "met_on": "2026-11-20",
                     *           "baseline": 1,
                     *           "target": 1,
                     *           "pace": "ahead",
                     *           "value": 1,
                     *           "expected": 1,
                     *           "data_to": "2026-11-20",
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GoalList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site_id": 11,
                 *       "metric": "clicks",
                 *       "target": 2000,
                 *       "by": "2027-03-31",
                 *       "baseline": 1200
                 *     }
                 */
                "application/json": {
                    baseline?: number;
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    by: string;
                    /** @enum {string} */
                    metric: "clicks" | "impressions" | "position" | "keywords_top_10" | "referring_domains" | "articles" | "conversions";
                    site_id: number;
                    target: number;
                };
            };
        };
        responses: {
            /** @description the goal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "metric": "clicks",
                     *       "by": "2026-11-20",
                     *       "status": "open",
                     *       "met_on": "2026-11-20",
                     *       "baseline": 1,
                     *       "target": 1,
                     *       "pace": "ahead",
                     *       "value": 1,
                     *       "expected": 1,
                     *       "data_to": "2026-11-20",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the goal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "metric": "clicks",
                     *       "by": "2026-11-20",
                     *       "status": "open",
                     *       "met_on": "2026-11-20",
                     *       "baseline": 1,
                     *       "target": 1,
                     *       "pace": "ahead",
                     *       "value": 1,
                     *       "expected": 1,
                     *       "data_to": "2026-11-20",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "target": 2200
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    by?: string;
                    target?: number;
                };
            };
        };
        responses: {
            /** @description the goal as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "metric": "clicks",
                     *       "by": "2026-11-20",
                     *       "status": "open",
                     *       "met_on": "2026-11-20",
                     *       "baseline": 1,
                     *       "target": 1,
                     *       "pace": "ahead",
                     *       "value": 1,
                     *       "expected": 1,
                     *       "data_to": "2026-11-20",
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "-id" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only those in this status */
                status?: "invited" | "active" | "removed";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "name": "text",
                     *           "email": "text",
                     *           "may": [
                     *             "reports"
                     *           ],
                     *           "role": "admin",
                     *           "user_id": 1,
                     *           "language": "en",
                     *           "status": "invited",
                     *           "last_sign_in_at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "name": "Ada Byron",
                 *       "email": "ada@client.example",
                 *       "may": [
                 *         "reports",
                 *         "approve"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description by default the caller’s own */
                    account_id?: number;
                    /** @example someone@example.com */
                    email: string;
                    /**
                     * @description by default the one that the account reads its reports in
                     * @enum {string}
                     */
                    language?: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
                    /** @description of a member of an account */
                    may?: ("reports" | "orders" | "invoices" | "approve" | "buy")[];
                    name: string;
                    /**
                     * @description of staff, who are of no account
                     * @enum {string}
                     */
                    role?: "admin" | "account_manager";
                    /** @description of staff: whose subscriptions an account manager looks after */
                    user_id?: number;
                };
            };
        };
        responses: {
            /** @description invited */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "name": "text",
                     *       "email": "text",
                     *       "may": [
                     *         "reports"
                     *       ],
                     *       "role": "admin",
                     *       "user_id": 1,
                     *       "language": "en",
                     *       "status": "invited",
                     *       "last_sign_in_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "name": "text",
                     *       "email": "text",
                     *       "may": [
                     *         "reports"
                     *       ],
                     *       "role": "admin",
                     *       "user_id": 1,
                     *       "language": "en",
                     *       "status": "invited",
                     *       "last_sign_in_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "may": [
                 *         "reports",
                 *         "orders"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    language?: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
                    may?: ("reports" | "orders" | "invoices" | "approve" | "buy")[];
                };
            };
        };
        responses: {
            /** @description changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "name": "text",
                     *       "email": "text",
                     *       "may": [
                     *         "reports"
                     *       ],
                     *       "role": "admin",
                     *       "user_id": 1,
                     *       "language": "en",
                     *       "status": "invited",
                     *       "last_sign_in_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the book */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "currency": "USD",
                     *       "tiers": {},
                     *       "packages": {},
                     *       "niches": {},
                     *       "pass_through": {},
                     *       "indexing": {},
                     *       "ahrefs": {},
                     *       "brief": {},
                     *       "guarantee": {}
                     *     }
                     */
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    editPriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changes": {
                 *         "tiers.basic_guest_post.price.low": "160.00"
                 *       },
                 *       "reason": "vendor prices rose"
                 *     }
                 */
                "application/json": {
                    changes: {
                        [key: string]: string;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the book as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "currency": "USD",
                     *       "tiers": {},
                     *       "packages": {},
                     *       "niches": {},
                     *       "pass_through": {},
                     *       "indexing": {},
                     *       "ahrefs": {},
                     *       "brief": {},
                     *       "guarantee": {}
                     *     }
                     */
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPriceBookVersions: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "version" | "-version";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "version": 1,
                     *           "changed": [
                     *             {
                     *               "path": "text",
                     *               "from": "text",
                     *               "to": "text"
                     *             }
                     *           ],
                     *           "reason": "text",
                     *           "changed_by": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "created_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PriceBookVersionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listReportTemplates: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description the branding to use instead of the one that the config names */
                branding_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "name" | "created_at" | "-id" | "-name" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "branding_id": 1,
                     *           "name": "text",
                     *           "template_html": "text",
                     *           "template_css": "text",
                     *           "is_default": true,
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReportTemplateList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createReportTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Monthly",
                 *       "template_html": "<header><h1>{{ client.name }}</h1></header><section data-section=\"organic_traffic\"></section>",
                 *       "template_css": "h1 { color: #14532d }"
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    branding_id?: number | null;
                    /** @default false */
                    is_default?: boolean;
                    name: string;
                    /** @default  */
                    template_css?: string;
                    template_html: string;
                };
            };
        };
        responses: {
            /** @description the template */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "branding_id": 1,
                     *       "name": "text",
                     *       "template_html": "text",
                     *       "template_css": "text",
                     *       "is_default": true,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportTemplate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReportTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "branding_id": 1,
                     *       "name": "text",
                     *       "template_html": "text",
                     *       "template_css": "text",
                     *       "is_default": true,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportTemplate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeReportTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Monthly",
                 *       "template_html": "<header><h1>{{ client.name }}</h1></header><section data-section=\"organic_traffic\"></section>",
                 *       "template_css": "h1 { color: #14532d }"
                 *     }
                 */
                "application/json": {
                    account_id?: number;
                    branding_id?: number | null;
                    /** @default false */
                    is_default?: boolean;
                    name: string;
                    /** @default  */
                    template_css?: string;
                    template_html: string;
                };
            };
        };
        responses: {
            /** @description as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "branding_id": 1,
                     *       "name": "text",
                     *       "template_html": "text",
                     *       "template_css": "text",
                     *       "is_default": true,
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportTemplate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeReportTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewReportTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "template_html": "<header><h1>{{ client.name }}</h1></header><section data-section=\"organic_traffic\"></section>",
                 *       "template_css": "h1 { color: #14532d }"
                 *     }
                 */
                "application/json": {
                    /** @default  */
                    template_css?: string;
                    template_html: string;
                };
            };
        };
        responses: {
            /** @description the page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description only those under a branding, or only those under none */
                is_white_label?: boolean;
                /** @description only of this subscription */
                managed_subscription_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "updated_at" | "period_start" | "due_on" | "generated_at" | "sent_at" | "-id" | "-created_at" | "-updated_at" | "-period_start" | "-due_on" | "-generated_at" | "-sent_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this type */
                report_type?: "weekly" | "monthly" | "quarterly";
                /** @description only of this site */
                site_id?: number;
                /** @description only those in this state */
                state?: "generating" | "in_review" | "approved" | "sent" | "rejected";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "managed_subscription_id": 1,
                     *           "report_type": "weekly",
                     *           "period_start": "2026-11-20",
                     *           "period_end": "2026-11-20",
                     *           "is_white_label": true,
                     *           "branding_id": 1,
                     *           "report_pdf_url": "text",
                     *           "sections_included": [
                     *             "executive_summary"
                     *           ],
                     *           "sent_to": [
                     *             "text"
                     *           ],
                     *           "problem": {
                     *             "code": "text",
                     *             "detail": "text"
                     *           },
                     *           "generated_at": "2026-11-20T10:00:00.000Z",
                     *           "sent_at": "2026-11-20T10:00:00.000Z",
                     *           "state": "generating",
                     *           "status": "queued",
                     *           "version": 1,
                     *           "position": 1,
                     *           "due_on": "2026-11-20",
                     *           "language": "en",
                     *           "theme": "light",
                     *           "page_size": "A4",
                     *           "template_id": 1,
                     *           "review": "none",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReportListedList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    approveReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description the version that was read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description the report as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    commentReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "section": "organic_traffic",
                 *       "text": "The relaunch in week 24 explains the dip."
                 *     }
                 */
                "application/json": {
                    section?: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan") | null;
                    text: string;
                };
            };
        };
        responses: {
            /** @description the report; its version is being made */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReportPage: {
        parameters: {
            query?: {
                /** @description the number of the version; the newest where it is left out */
                version?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReportPdf: {
        parameters: {
            query?: {
                /** @description the number of the version; the newest where it is left out */
                version?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    linkReportPdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    version?: number;
                };
            };
        };
        responses: {
            /** @description the link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text",
                     *       "expires_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    regenerateReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    position?: number;
                };
            };
        };
        responses: {
            /** @description the report; its version is being made */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rejectReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "search data of the last week are missing"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    /** @description the version that was read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description the report as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sendReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * @description also to whoever had this version
                     * @constant
                     */
                    again?: true;
                    /** @description in place of the configured recipients */
                    to?: string[];
                    /** @description the version that was read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description the report; its mails are on their way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    shareReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "sections": [
                 *         "executive_summary",
                 *         "organic_traffic"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-11-20T10:00:00Z
                     */
                    expires_at?: string;
                    password?: string;
                    sections?: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[];
                };
            };
        };
        responses: {
            /** @description the share */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "report_id": 1,
                     *       "sections": [
                     *         "executive_summary"
                     *       ],
                     *       "expires_at": "2026-11-20T10:00:00.000Z",
                     *       "has_password": true,
                     *       "views": 1,
                     *       "last_viewed_on": "2026-11-20",
                     *       "revoked_at": "2026-11-20T10:00:00.000Z",
                     *       "address": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportShare"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeReportShare: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
                /** @description the id of the share */
                share_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description it is revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    generateReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subscription_id": 1,
                 *       "report_type": "monthly",
                 *       "period_start": "2026-06-01"
                 *     }
                 */
                "application/json": {
                    branding_id?: number | null;
                    /** @description false: the look of the house, whatever is configured */
                    is_white_label?: boolean;
                    /** @enum {string} */
                    language?: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
                    /** @description the same as `subscription_id` */
                    managed_subscription_id?: number;
                    /** @enum {string} */
                    page_size?: "A4" | "Letter";
                    /**
                     * Format: date
                     * @description follows from type and start; another one is refused
                     * @example 2026-11-20
                     */
                    period_end?: string;
                    /**
                     * Format: date
                     * @example 2026-11-20
                     */
                    period_start: string;
                    /** @enum {string} */
                    report_type: "weekly" | "monthly" | "quarterly";
                    sections?: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[];
                    /** @description of a site without a managed subscription */
                    site_id?: number;
                    subscription_id?: number;
                    template_id?: number | null;
                    /** @enum {string} */
                    theme?: "light" | "dark";
                };
            };
        };
        responses: {
            /** @description the report; its version is being made */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "managed_subscription_id": 1,
                     *       "report_type": "weekly",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "is_white_label": true,
                     *       "branding_id": 1,
                     *       "report_pdf_url": "text",
                     *       "sections_included": [
                     *         "executive_summary"
                     *       ],
                     *       "sent_to": [
                     *         "text"
                     *       ],
                     *       "problem": {
                     *         "code": "text",
                     *         "detail": "text"
                     *       },
                     *       "generated_at": "2026-11-20T10:00:00.000Z",
                     *       "sent_at": "2026-11-20T10:00:00.000Z",
                     *       "state": "generating",
                     *       "status": "queued",
                     *       "version": 1,
                     *       "position": 1,
                     *       "due_on": "2026-11-20",
                     *       "language": "en",
                     *       "theme": "light",
                     *       "page_size": "A4",
                     *       "template_id": 1,
                     *       "review": "none",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "report_data": {},
                     *       "newer_facts": 1,
                     *       "comments": [
                     *         {
                     *           "id": 1,
                     *           "section": "executive_summary",
                     *           "text": "text",
                     *           "author": {
                     *             "role": "text",
                     *             "id": 1,
                     *             "name": "text"
                     *           },
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "position": 1,
                     *           "comments_through": 1,
                     *           "branding_revision": 1,
                     *           "template_revision": 1,
                     *           "renderer": "text",
                     *           "sha256": "text",
                     *           "pages": 1,
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "cause": "generated"
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "id": 1,
                     *           "report_id": 1,
                     *           "sections": [
                     *             "executive_summary"
                     *           ],
                     *           "expires_at": "2026-11-20T10:00:00.000Z",
                     *           "has_password": true,
                     *           "views": 1,
                     *           "last_viewed_on": "2026-11-20",
                     *           "revoked_at": "2026-11-20T10:00:00.000Z",
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "version": 1,
                     *           "to": "text",
                     *           "at": "2026-11-20T10:00:00.000Z",
                     *           "outcome": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewReport: {
        parameters: {
            query?: {
                /** @description `csv` for a file to open in a spreadsheet */
                format?: "json" | "png" | "pdf";
                /** @description the language to use instead of the one that the config names */
                language?: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
                /** @description the size of its pages, instead of the one that the config names */
                page_size?: "A4" | "Letter";
                /** @description of the running period where it is left out */
                period_start?: string;
                /** @description only of this site */
                site_id?: number;
                /** @description of this subscription */
                subscription_id?: number;
                /** @description `light` or `dark` */
                theme?: "light" | "dark";
                /** @description only events of this type */
                type?: "weekly" | "monthly" | "quarterly";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description what it would show, or the first page as PNG, or the PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["PreviewReportAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resubscribeToReports: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "address": "someone@example.com",
                 *       "reason": "asked for them by phone"
                 *     }
                 */
                "application/json": {
                    account_id: number;
                    /** @example someone@example.com */
                    address: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description it gets reports again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSites: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description any of these; may be given several times */
                id?: number[];
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "domain" | "created_at" | "-id" | "-domain" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description what the domain contains */
                search?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of sites */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "domain": "text",
                     *           "name": "text",
                     *           "connected": true,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SiteList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listManagedSubscriptions: {
        parameters: {
            query?: {
                /** @description only of this account */
                account_id?: number;
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "updated_at" | "status" | "next_billing_date" | "monthly_price" | "-id" | "-created_at" | "-updated_at" | "-status" | "-next_billing_date" | "-monthly_price";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
                /** @description only of this site */
                site_id?: number;
                /** @description only those in this status */
                status?: "pending" | "active" | "paused" | "cancelled";
                /** @description only of this tier */
                tier?: "lite" | "pro";
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of subscriptions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "site_id": 1,
                     *           "sector_id": 1,
                     *           "tier": "lite",
                     *           "status": "pending",
                     *           "monthly_price": "399.00",
                     *           "articles_per_month": 1,
                     *           "account_manager_id": 1,
                     *           "current_month_articles_published": 1,
                     *           "current_month_start": "2026-11-20",
                     *           "service_config": {},
                     *           "started_at": "2026-11-20T10:00:00.000Z",
                     *           "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *           "next_billing_date": "2026-11-20",
                     *           "article_target": 1,
                     *           "behind": {
                     *             "content": true,
                     *             "since": "2026-11-20"
                     *           },
                     *           "onboarding": {
                     *             "status": "not_started",
                     *             "blocked_reason": "text",
                     *             "steps": [
                     *               {
                     *                 "step": "text",
                     *                 "status": "pending",
                     *                 "attempts": 1,
                     *                 "at": "2026-11-20T10:00:00.000Z",
                     *                 "error": "text",
                     *                 "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *               }
                     *             ]
                     *           },
                     *           "paused_reason": "text",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscriptionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "site_id": 11,
                 *       "tier": "pro",
                 *       "account_manager_id": 900
                 *     }
                 */
                "application/json": {
                    account_id: number;
                    account_manager_id?: number | null;
                    /** @example 399.00 */
                    monthly_price?: string;
                    override_reason?: string;
                    service_config?: {
                        automation?: {
                            articles_per_run?: number;
                            content_types?: string[];
                            /** @enum {string} */
                            schedule?: "daily" | "weekly" | "monthly";
                            stages?: string[];
                        };
                        backlinks?: {
                            enabled?: boolean;
                            /** @example 399.00 */
                            monthly_budget?: string;
                            niche?: string;
                            /** @enum {string} */
                            placement_approval?: "none" | "client";
                        };
                        gsc?: {
                            enabled?: boolean;
                        };
                        reporting?: {
                            branding_id?: number | null;
                            /** @enum {string} */
                            cadence?: "weekly" | "monthly" | "both";
                            client_logo_url?: string | null;
                            /** @enum {string} */
                            language?: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
                            /** @enum {string} */
                            page_size?: "A4" | "Letter";
                            recipients?: string[];
                            /** @enum {string} */
                            review?: "none" | "before_sending";
                            sections?: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[];
                            send_after_days?: number;
                            /** @example 09:00 */
                            send_at?: string;
                            template_id?: number | null;
                            /** @enum {string} */
                            theme?: "light" | "dark";
                            time_zone?: string | null;
                        };
                        review_required?: boolean;
                        schema?: {
                            enabled?: boolean;
                        };
                        social?: {
                            enabled?: boolean;
                            platforms?: string[];
                        };
                    };
                    site_id: number;
                    /** @enum {string} */
                    tier: "lite" | "pro";
                };
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "monthly_price": "349.00",
                 *       "override_reason": "loyalty discount agreed by phone"
                 *     }
                 */
                "application/json": {
                    account_manager_id?: number | null;
                    /** @example 399.00 */
                    monthly_price?: string;
                    override_reason?: string;
                    service_config?: {
                        automation?: {
                            articles_per_run?: number;
                            content_types?: string[];
                            /** @enum {string} */
                            schedule?: "daily" | "weekly" | "monthly";
                            stages?: string[];
                        };
                        backlinks?: {
                            enabled?: boolean;
                            /** @example 399.00 */
                            monthly_budget?: string;
                            niche?: string;
                            /** @enum {string} */
                            placement_approval?: "none" | "client";
                        };
                        gsc?: {
                            enabled?: boolean;
                        };
                        reporting?: {
                            branding_id?: number | null;
                            /** @enum {string} */
                            cadence?: "weekly" | "monthly" | "both";
                            client_logo_url?: string | null;
                            /** @enum {string} */
                            language?: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl" | "pl" | "ar" | "ja";
                            /** @enum {string} */
                            page_size?: "A4" | "Letter";
                            recipients?: string[];
                            /** @enum {string} */
                            review?: "none" | "before_sending";
                            sections?: ("executive_summary" | "work_done" | "content_performance" | "indexing_status" | "keyword_rankings" | "organic_traffic" | "conversions" | "backlink_campaign" | "social_media" | "sag_health" | "next_month_plan")[];
                            send_after_days?: number;
                            /** @example 09:00 */
                            send_at?: string;
                            template_id?: number | null;
                            /** @enum {string} */
                            theme?: "light" | "dark";
                            time_zone?: string | null;
                        };
                        review_required?: boolean;
                        schema?: {
                            enabled?: boolean;
                        };
                        social?: {
                            enabled?: boolean;
                            platforms?: string[];
                        };
                    };
                    /** @enum {string} */
                    tier?: "lite" | "pro";
                };
            };
        };
        responses: {
            /** @description the subscription as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    cancelManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "site relaunch"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the subscription as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewManagedSubscriptionInvoice: {
        parameters: {
            query?: {
                /** @description another month, as YYYY-MM */
                month?: string;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the preview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "USD",
                     *       "period_start": "2026-11-20",
                     *       "period_end": "2026-11-20",
                     *       "lines": [
                     *         {
                     *           "description": "text",
                     *           "kind": "subscription",
                     *           "rule": "text",
                     *           "inputs": {
                     *             "monthly_price": "399.00",
                     *             "billable_days": 1,
                     *             "days_in_month": 1,
                     *             "from": "2026-11-20",
                     *             "to": "2026-11-20"
                     *           },
                     *           "steps": [
                     *             {
                     *               "text": "text",
                     *               "value": "text"
                     *             }
                     *           ],
                     *           "amount": "399.00",
                     *           "causes": [
                     *             "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *           ]
                     *         }
                     *       ],
                     *       "subtotal": "399.00",
                     *       "tax_rate": "text",
                     *       "tax": "399.00",
                     *       "total": "399.00",
                     *       "accrued": {
                     *         "through": "2026-11-20",
                     *         "total": "399.00"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["InvoicePreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    compareManagedSubscriptionInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "action": "cancel"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    action?: "pause" | "resume" | "cancel";
                    /**
                     * @description another month, as YYYY-MM
                     * @example 2026-06
                     */
                    month?: string;
                    /** @example 399.00 */
                    monthly_price?: string;
                    override_reason?: string;
                    /** @enum {string} */
                    tier?: "lite" | "pro";
                };
            };
        };
        responses: {
            /** @description both previews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "before": {
                     *         "currency": "USD",
                     *         "period_start": "2026-11-20",
                     *         "period_end": "2026-11-20",
                     *         "lines": [
                     *           {
                     *             "description": "text",
                     *             "kind": "subscription",
                     *             "rule": "text",
                     *             "inputs": {
                     *               "monthly_price": "399.00",
                     *               "billable_days": 1,
                     *               "days_in_month": 1,
                     *               "from": "2026-11-20",
                     *               "to": "2026-11-20"
                     *             },
                     *             "steps": [
                     *               {
                     *                 "text": "text",
                     *                 "value": "text"
                     *               }
                     *             ],
                     *             "amount": "399.00",
                     *             "causes": [
                     *               "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *             ]
                     *           }
                     *         ],
                     *         "subtotal": "399.00",
                     *         "tax_rate": "text",
                     *         "tax": "399.00",
                     *         "total": "399.00",
                     *         "accrued": {
                     *           "through": "2026-11-20",
                     *           "total": "399.00"
                     *         }
                     *       },
                     *       "after": {
                     *         "currency": "USD",
                     *         "period_start": "2026-11-20",
                     *         "period_end": "2026-11-20",
                     *         "lines": [
                     *           {
                     *             "description": "text",
                     *             "kind": "subscription",
                     *             "rule": "text",
                     *             "inputs": {
                     *               "monthly_price": "399.00",
                     *               "billable_days": 1,
                     *               "days_in_month": 1,
                     *               "from": "2026-11-20",
                     *               "to": "2026-11-20"
                     *             },
                     *             "steps": [
                     *               {
                     *                 "text": "text",
                     *                 "value": "text"
                     *               }
                     *             ],
                     *             "amount": "399.00",
                     *             "causes": [
                     *               "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *             ]
                     *           }
                     *         ],
                     *         "subtotal": "399.00",
                     *         "tax_rate": "text",
                     *         "tax": "399.00",
                     *         "total": "399.00",
                     *         "accrued": {
                     *           "through": "2026-11-20",
                     *           "total": "399.00"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["InvoiceComparison"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewNextInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "monthly_price": "349.00",
                 *       "override_reason": "loyalty discount agreed by phone"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    action?: "pause" | "resume" | "cancel";
                    /** @example 399.00 */
                    monthly_price?: string;
                    override_reason?: string;
                    /** @enum {string} */
                    tier?: "lite" | "pro";
                };
            };
        };
        responses: {
            /** @description the next invoice, before and after */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "USD",
                     *       "billing_date": "2026-11-20",
                     *       "before": {
                     *         "lines": [
                     *           {
                     *             "id": 1,
                     *             "description": "text",
                     *             "kind": "subscription",
                     *             "rule": "text",
                     *             "inputs": {},
                     *             "steps": [
                     *               {
                     *                 "text": "text",
                     *                 "value": "text"
                     *               }
                     *             ],
                     *             "amount": "399.00",
                     *             "causes": [
                     *               "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *             ],
                     *             "site_id": 1,
                     *             "sector_id": 1,
                     *             "subscription_id": 1,
                     *             "order_id": 1
                     *           }
                     *         ],
                     *         "subtotal": "399.00",
                     *         "tax_rate": "text",
                     *         "tax": "399.00",
                     *         "total": "399.00",
                     *         "carried_over": true
                     *       },
                     *       "after": {
                     *         "lines": [
                     *           {
                     *             "id": 1,
                     *             "description": "text",
                     *             "kind": "subscription",
                     *             "rule": "text",
                     *             "inputs": {},
                     *             "steps": [
                     *               {
                     *                 "text": "text",
                     *                 "value": "text"
                     *               }
                     *             ],
                     *             "amount": "399.00",
                     *             "causes": [
                     *               "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11"
                     *             ],
                     *             "site_id": 1,
                     *             "sector_id": 1,
                     *             "subscription_id": 1,
                     *             "order_id": 1
                     *           }
                     *         ],
                     *         "subtotal": "399.00",
                     *         "tax_rate": "text",
                     *         "tax": "399.00",
                     *         "total": "399.00",
                     *         "carried_over": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["NextInvoiceChange"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    onboardManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "site relaunch"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the subscription as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    pauseManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "site relaunch"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the subscription as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resumeManagedSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "site relaunch"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description the subscription as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "site_id": 1,
                     *       "sector_id": 1,
                     *       "tier": "lite",
                     *       "status": "pending",
                     *       "monthly_price": "399.00",
                     *       "articles_per_month": 1,
                     *       "account_manager_id": 1,
                     *       "current_month_articles_published": 1,
                     *       "current_month_start": "2026-11-20",
                     *       "service_config": {},
                     *       "started_at": "2026-11-20T10:00:00.000Z",
                     *       "cancelled_at": "2026-11-20T10:00:00.000Z",
                     *       "next_billing_date": "2026-11-20",
                     *       "article_target": 1,
                     *       "behind": {
                     *         "content": true,
                     *         "since": "2026-11-20"
                     *       },
                     *       "onboarding": {
                     *         "status": "not_started",
                     *         "blocked_reason": "text",
                     *         "steps": [
                     *           {
                     *             "step": "text",
                     *             "status": "pending",
                     *             "attempts": 1,
                     *             "at": "2026-11-20T10:00:00.000Z",
                     *             "error": "text",
                     *             "next_retry_at": "2026-11-20T10:00:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "paused_reason": "text",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ManagedSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getManagedSubscriptionTimeline: {
        parameters: {
            query?: {
                /** @description the `next_after` of the page before */
                after?: number;
                /** @description results a page, 200 where it is left out, at most 200 */
                limit?: number;
                /** @description oldest first, or newest first with a leading - */
                ordering?: "position" | "-position";
                /** @description only events of this type; may be given several times */
                type?: string[];
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "position": 1,
                     *           "type": "text",
                     *           "occurred_at": "2026-11-20T10:00:00.000Z",
                     *           "recorded_at": "2026-11-20T10:00:00.000Z",
                     *           "actor": {
                     *             "kind": "text",
                     *             "id": 1,
                     *             "name": "token-3"
                     *           },
                     *           "summary": "text",
                     *           "data": {}
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineEntryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "id" | "created_at" | "-id" | "-created_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "account_id": 1,
                     *           "url": "text",
                     *           "event_types": [
                     *             "ManagedSubscriptionCreated"
                     *           ],
                     *           "active": true,
                     *           "disabled_because": "switched_off",
                     *           "disabled_at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": 1,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "updated_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    registerWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/hooks",
                 *       "event_types": [
                 *         "ManagedSubscriptionActivated"
                 *       ]
                 *     }
                 */
                "application/json": {
                    account_id?: number | null;
                    event_types: ("ManagedSubscriptionCreated" | "ManagedSubscriptionActivated" | "ManagedSubscriptionPaused" | "ManagedSubscriptionResumed" | "ManagedSubscriptionCancelled" | "ManagedSubscriptionPriceChanged" | "ManagedSubscriptionTierChanged" | "ServiceConfigChanged" | "ServiceMonthStarted" | "ServiceMonthClosed" | "FellBehindOnContent" | "CaughtUpOnContent" | "OnboardingStepStarted" | "OnboardingStepCompleted" | "OnboardingStepFailed" | "OnboardingStepBlocked" | "DeliveryRunStarted" | "DeliveryRunSkipped" | "DeliveryMonthEnded" | "MessagePosted" | "MessagesRead" | "ArticlePublished" | "InvoiceIssued" | "InvoicePaid" | "InvoiceBecamePastDue" | "InvoiceMarkedUncollectible" | "InvoiceVoided" | "CreditNoteIssued" | "CreditNoteNumbered" | "InvoicePaymentStarted" | "InvoicePaymentAwaitingPayer" | "InvoicePaymentSucceeded" | "InvoicePaymentFailed" | "InvoicePaymentReversed" | "InvoiceRefundStarted" | "InvoiceRefundSucceeded" | "InvoiceRefundFailed" | "BacklinkOrderDrafted" | "BacklinkOrderRevised" | "BacklinkOrderApproved" | "BacklinkOrderStarted" | "BacklinkOrderRepriced" | "BacklinkOrderFellBehind" | "BacklinkOrderCaughtUp" | "BacklinkOrderDelivered" | "BacklinkOrderCompleted" | "BacklinkOrderCancelled" | "PlacementProposed" | "PlacementApproved" | "PlacementApprovedBySilence" | "PlacementRejected" | "PlacementWithdrawn" | "PlacementsHalted" | "PlacementsContinued" | "BriefCompleted" | "GuaranteeClaimed" | "GuaranteeSettled" | "BacklinkOrderRenewed" | "BacklinkOrderRenewalHeld" | "BacklinkOrderRenewalEnded" | "BacklinkPlaced" | "BacklinkAccepted" | "BacklinkWentLive" | "BacklinkFlagged" | "BacklinkLost" | "BacklinkRejected" | "BacklinkReplaced" | "IndexingRequested" | "IndexingSubmitted" | "IndexingChecked" | "IndexingSucceeded" | "IndexingGaveUp" | "IndexingStopped" | "IndexingReviewed" | "InvoiceDisputeOpened" | "DisputeEvidenceSubmitted" | "InvoiceDisputeClosed" | "ReportDelivered")[];
                    /**
                     * Format: uri
                     * @example https://blog.example.org/post
                     */
                    url: string;
                };
            };
        };
        responses: {
            /** @description registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "url": "text",
                     *       "event_types": [
                     *         "ManagedSubscriptionCreated"
                     *       ],
                     *       "active": true,
                     *       "disabled_because": "switched_off",
                     *       "disabled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "secret": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RegisterWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "url": "text",
                     *       "event_types": [
                     *         "ManagedSubscriptionCreated"
                     *       ],
                     *       "active": true,
                     *       "disabled_because": "switched_off",
                     *       "disabled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description column to order by; a leading - for descending */
                ordering?: "position" | "requested_at" | "updated_at" | "-position" | "-requested_at" | "-updated_at";
                /** @description page number, from 1 */
                page?: number;
                /** @description results a page, 50 where it is left out, at most 200 */
                page_size?: number;
            };
            header?: {
                /** @description Waits until the read models have reached this position. */
                "X-Min-Position"?: number;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "next": "text",
                     *       "previous": "text",
                     *       "results": [
                     *         {
                     *           "id": 1,
                     *           "event_id": "7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11",
                     *           "event_type": "text",
                     *           "status": "requested",
                     *           "attempts": 1,
                     *           "next_attempt_at": "2026-11-20T10:00:00.000Z",
                     *           "last_error": "text",
                     *           "requested_at": "2026-11-20T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description the id of the delivery */
                delivery_id: number;
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "status": "requested"
                     *     }
                     */
                    "application/json": components["schemas"]["RedeliverWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "url": "text",
                     *       "event_types": [
                     *         "ManagedSubscriptionCreated"
                     *       ],
                     *       "active": true,
                     *       "disabled_because": "switched_off",
                     *       "disabled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "url": "text",
                     *       "event_types": [
                     *         "ManagedSubscriptionCreated"
                     *       ],
                     *       "active": true,
                     *       "disabled_because": "switched_off",
                     *       "disabled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body answer the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; 412 where the resource has moved. */
                "If-Match"?: string;
            };
            path: {
                /** @description its id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "account_id": 1,
                     *       "url": "text",
                     *       "event_types": [
                     *         "ManagedSubscriptionCreated"
                     *       ],
                     *       "active": true,
                     *       "disabled_because": "switched_off",
                     *       "disabled_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": 1,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "updated_at": "2026-11-20T10:00:00.000Z",
                     *       "secret": "text",
                     *       "old_secret_until": "2026-11-20T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithNewSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    docs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html> */
                    "text/html": unknown;
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    docsAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description its name, as the list has it */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "application/octet-stream": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    docsProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the `code` of a problem */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html> */
                    "text/html": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    getLinkedMessageFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the signed link holds */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example http_requests_total 1 */
                    "text/plain": unknown;
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    openApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0"
                     *     }
                     */
                    "application/json": unknown;
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": true,
                     *       "checks": {}
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
            429: components["responses"]["Problem429"];
            /** @description not ready */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": true,
                     *       "checks": {}
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
        };
    };
    getLinkedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the signed link holds */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    showReportUnsubscribing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the signed link holds */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    unsubscribeFromReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the signed link holds */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    showSharedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what proves that the link was given */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description to the same address with a slash at its end */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description it is as it was */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    openSharedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what proves that the link was given */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description to the report */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the form again: the password is not right */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    getSharedReportPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what proves that the link was given */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description to the form that asks for the password */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description it is as it was */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
}

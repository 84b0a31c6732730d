CREATE SCHEMA IF NOT EXISTS "event_store";
CREATE TABLE IF NOT EXISTS "event_store"."events" (
       position bigint PRIMARY KEY,
       stream text COLLATE "C" NOT NULL,
       revision integer NOT NULL,
       id uuid NOT NULL UNIQUE,
       type text NOT NULL,
       schema_version integer NOT NULL,
       data json NOT NULL,
       metadata json NOT NULL,
       hash bytea NOT NULL,
       UNIQUE (stream, revision));
CREATE TABLE IF NOT EXISTS "event_store"."head" (
       one boolean PRIMARY KEY DEFAULT true CHECK (one),
       position bigint NOT NULL,
       hash bytea NOT NULL) WITH (fillfactor = 10);
CREATE OR REPLACE FUNCTION "event_store"."lock_head"(streams text[])
     RETURNS TABLE (last_position bigint, last_hash bytea, revisions integer[]) LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off AS $$
     BEGIN
       SELECT h.position, h.hash INTO last_position, last_hash FROM "event_store"."head" h WHERE h.one FOR UPDATE;
       SELECT array_agg(COALESCE((SELECT e.revision FROM "event_store"."events" e WHERE e.stream = s.name
                                  ORDER BY e.revision DESC LIMIT 1), -1) ORDER BY s.n)
         INTO revisions FROM unnest(streams) WITH ORDINALITY AS s(name, n);
       RETURN NEXT;
     END $$;
CREATE OR REPLACE FUNCTION "event_store"."write_batch"(bigint, bytea, bigint, bytea, text[], integer[],
       text[], integer[], uuid[], text[], integer[], json[], json[], bytea[])
     RETURNS integer LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off AS $$
     DECLARE written integer;
     BEGIN
       WITH moved AS (
         UPDATE "event_store"."head" SET position = $3, hash = $4 WHERE one AND position = $1 AND hash = $2 AND NOT EXISTS (
           SELECT 1 FROM unnest($5, $6) AS t(stream, revision) WHERE NOT EXISTS (
             SELECT 1 FROM "event_store"."events" e WHERE e.stream = t.stream AND e.revision = t.revision))
         RETURNING 1)
       INSERT INTO "event_store"."events" (position, stream, revision, id, type, schema_version, data, metadata, hash)
       SELECT $1 + e.n, e.stream, e.revision, e.id, e.type, e.version, e.data, e.metadata, e.hash
       FROM moved, unnest($7, $8, $9, $10, $11, $12, $13, $14)
         WITH ORDINALITY AS e(stream, revision, id, type, version, data, metadata, hash, n);
       GET DIAGNOSTICS written = ROW_COUNT;
       RETURN written;
     END $$;
CREATE SCHEMA IF NOT EXISTS runtime;
CREATE TABLE IF NOT EXISTS runtime.pace (receiver text PRIMARY KEY, free_at timestamptz NOT NULL);
CREATE SCHEMA IF NOT EXISTS vault;
CREATE TABLE IF NOT EXISTS vault.secrets (
       ref text PRIMARY KEY, account_id integer NOT NULL, key_id text NOT NULL, wrapped_key text NOT NULL,
       sealed text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
CREATE SCHEMA IF NOT EXISTS outside;
CREATE TABLE IF NOT EXISTS outside.ahrefs_cache (
       key text PRIMARY KEY, value json NOT NULL, at timestamptz NOT NULL, until timestamptz NOT NULL);
CREATE INDEX IF NOT EXISTS ahrefs_cache_until ON outside.ahrefs_cache (until);
CREATE SCHEMA IF NOT EXISTS vault;
CREATE TABLE IF NOT EXISTS vault.personal_keys (
       subject text NOT NULL, generation integer NOT NULL, key_id text, wrapped_key text, keep_until date,
       created_at timestamptz NOT NULL DEFAULT now(), erased_at timestamptz, PRIMARY KEY (subject, generation));
CREATE INDEX IF NOT EXISTS personal_keys_kept ON vault.personal_keys (keep_until) WHERE wrapped_key IS NOT NULL;
CREATE SCHEMA IF NOT EXISTS proof;
CREATE TABLE IF NOT EXISTS proof.bundles (
       sha256 text PRIMARY KEY, dispute_id integer NOT NULL, bytes bytea NOT NULL, kept_at timestamptz NOT NULL DEFAULT now());
CREATE SCHEMA IF NOT EXISTS sandbox;
CREATE TABLE IF NOT EXISTS sandbox.mail (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message_id text NOT NULL, recipients json NOT NULL, subject text NOT NULL,
       at timestamptz NOT NULL, text text NOT NULL, html text NOT NULL, attachments json NOT NULL);
CREATE TABLE IF NOT EXISTS sandbox.webhooks (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message_id text NOT NULL, url text NOT NULL, body text NOT NULL, at timestamptz NOT NULL);
CREATE SCHEMA IF NOT EXISTS sandbox;
CREATE TABLE IF NOT EXISTS sandbox.faults (provider text PRIMARY KEY, mode text NOT NULL, times integer);
CREATE TABLE IF NOT EXISTS sandbox.ledger (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, provider text NOT NULL, operation text NOT NULL, reference text,
       idempotency_key text, at timestamptz NOT NULL, request json NOT NULL, outcome text NOT NULL, charged text);
CREATE INDEX IF NOT EXISTS ledger_provider ON sandbox.ledger (provider, n);
CREATE INDEX IF NOT EXISTS ledger_reference ON sandbox.ledger (reference);
CREATE TABLE IF NOT EXISTS sandbox.pages (
       url text PRIMARY KEY, status integer NOT NULL, html text NOT NULL, redirect_to text);
CREATE TABLE IF NOT EXISTS sandbox.index_truth (
       url text PRIMARY KEY, indexed boolean NOT NULL, from_at timestamptz);
CREATE TABLE IF NOT EXISTS sandbox.stripe_objects (
       id text PRIMARY KEY, kind text NOT NULL, customer text, doc json NOT NULL, created timestamptz NOT NULL,
       n bigint GENERATED BY DEFAULT AS IDENTITY UNIQUE);
CREATE INDEX IF NOT EXISTS stripe_objects_kind ON sandbox.stripe_objects (kind, customer, n);
CREATE INDEX IF NOT EXISTS stripe_objects_n ON sandbox.stripe_objects (kind, n);
CREATE INDEX IF NOT EXISTS stripe_objects_created ON sandbox.stripe_objects (kind, created, n);
CREATE INDEX IF NOT EXISTS stripe_objects_payment_intent ON sandbox.stripe_objects ((doc ->> 'payment_intent'));
CREATE INDEX IF NOT EXISTS stripe_objects_account ON sandbox.stripe_objects ((doc -> 'metadata' ->> 'account_id'))
       WHERE kind = 'subscription';
CREATE TABLE IF NOT EXISTS sandbox.stripe_keys (
       key text PRIMARY KEY, hash text NOT NULL, status integer NOT NULL, body json NOT NULL, at timestamptz NOT NULL);
CREATE TABLE IF NOT EXISTS sandbox.stripe_deliveries (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event text NOT NULL, due timestamptz NOT NULL, until timestamptz NOT NULL);
CREATE INDEX IF NOT EXISTS stripe_deliveries_due ON sandbox.stripe_deliveries (due, n);
CREATE SCHEMA IF NOT EXISTS sandbox;
CREATE TABLE IF NOT EXISTS sandbox.paypal_objects (
       n bigint GENERATED ALWAYS AS IDENTITY, id text PRIMARY KEY, kind text NOT NULL, doc json NOT NULL);
CREATE SEQUENCE IF NOT EXISTS sandbox.paypal_ids;
CREATE TABLE IF NOT EXISTS sandbox.paypal_keys (
       key text PRIMARY KEY, request text NOT NULL, status integer NOT NULL, body json NOT NULL, at timestamptz NOT NULL);
CREATE TABLE IF NOT EXISTS sandbox.paypal_events (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL, doc json NOT NULL, at timestamptz NOT NULL,
       due timestamptz, held boolean NOT NULL DEFAULT false);
CREATE TABLE IF NOT EXISTS sandbox.paypal_pem (one boolean PRIMARY KEY, private text NOT NULL, public text NOT NULL);
CREATE SCHEMA IF NOT EXISTS proof;
CREATE TABLE IF NOT EXISTS proof.leaves (
     leaf_index bigint PRIMARY KEY, position bigint NOT NULL UNIQUE, event_id uuid NOT NULL UNIQUE, hash bytea NOT NULL,
     stream text NOT NULL, revision integer NOT NULL, type text NOT NULL, account_id integer,
     correlation_id text NOT NULL, causation_id text NOT NULL);
CREATE INDEX IF NOT EXISTS leaves_by_stream ON proof.leaves (stream, revision);
CREATE INDEX IF NOT EXISTS leaves_by_type ON proof.leaves (type, position);
CREATE INDEX IF NOT EXISTS leaves_by_account ON proof.leaves (account_id, position);
CREATE INDEX IF NOT EXISTS leaves_by_correlation ON proof.leaves (correlation_id, position);
CREATE TABLE IF NOT EXISTS proof.nodes (
     level smallint NOT NULL, node_index bigint NOT NULL, hash bytea NOT NULL, PRIMARY KEY (level, node_index));
CREATE TABLE IF NOT EXISTS proof.state (
     only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), size bigint NOT NULL, position bigint NOT NULL,
     checkpoint text NOT NULL);
CREATE TABLE IF NOT EXISTS proof.tree_heads (
     size bigint PRIMARY KEY, root_hash text NOT NULL, issued_at text NOT NULL, key_id text NOT NULL, signature text NOT NULL);
CREATE SCHEMA IF NOT EXISTS runtime;
CREATE TABLE IF NOT EXISTS runtime.id_counters (kind text PRIMARY KEY, last integer NOT NULL);
CREATE TABLE IF NOT EXISTS runtime.id_allocations (
       kind text NOT NULL, command_id uuid NOT NULL, id integer NOT NULL, PRIMARY KEY (kind, command_id));
CREATE SCHEMA IF NOT EXISTS igny8;
CREATE SCHEMA IF NOT EXISTS igny8_shadow;
CREATE SCHEMA IF NOT EXISTS runtime;
DO $$ BEGIN CREATE ROLE igny8_reader NOLOGIN NOSUPERUSER NOBYPASSRLS;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN GRANT igny8_reader TO CURRENT_USER;
   EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL; END $$;
GRANT USAGE ON SCHEMA igny8 TO igny8_reader;
CREATE TABLE IF NOT EXISTS runtime.checkpoints (
     name text NOT NULL, slot text NOT NULL, version integer NOT NULL, position bigint NOT NULL, checkpoint text NOT NULL,
     PRIMARY KEY (name, slot));
CREATE TABLE IF NOT EXISTS runtime.parked_streams (
     slot text NOT NULL, projection text NOT NULL, stream text NOT NULL, revision integer NOT NULL, position bigint NOT NULL,
     error text NOT NULL, PRIMARY KEY (slot, projection, stream));
DROP TABLE IF EXISTS "igny8"."runtime_saga_keys";
CREATE TABLE "igny8"."runtime_saga_keys" ("saga" text NOT NULL, "key" text NOT NULL, "instance" text NOT NULL, PRIMARY KEY ("saga", "key", "instance"));
CREATE INDEX ON "igny8"."runtime_saga_keys" ("saga", "key");
GRANT SELECT ON "igny8"."runtime_saga_keys" TO igny8_reader;
CREATE SCHEMA IF NOT EXISTS igny8;
CREATE SCHEMA IF NOT EXISTS igny8_shadow;
CREATE SCHEMA IF NOT EXISTS runtime;
DO $$ BEGIN CREATE ROLE igny8_reader NOLOGIN NOSUPERUSER NOBYPASSRLS;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN GRANT igny8_reader TO CURRENT_USER;
   EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL; END $$;
GRANT USAGE ON SCHEMA igny8 TO igny8_reader;
CREATE TABLE IF NOT EXISTS runtime.checkpoints (
     name text NOT NULL, slot text NOT NULL, version integer NOT NULL, position bigint NOT NULL, checkpoint text NOT NULL,
     PRIMARY KEY (name, slot));
CREATE TABLE IF NOT EXISTS runtime.parked_streams (
     slot text NOT NULL, projection text NOT NULL, stream text NOT NULL, revision integer NOT NULL, position bigint NOT NULL,
     error text NOT NULL, PRIMARY KEY (slot, projection, stream));
DROP TABLE IF EXISTS "igny8"."runtime_effects";
DROP TABLE IF EXISTS "igny8"."runtime_timers";
DROP TABLE IF EXISTS "igny8"."runtime_machinery_sectors";
CREATE TABLE "igny8"."runtime_effects" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "effect_id" uuid NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "key" text NOT NULL, "payload" json NOT NULL, "saga" text NOT NULL, "instance" text NOT NULL, "status" text NOT NULL, "attempts" integer NOT NULL, "next_attempt_at" timestamptz, "attempted_at" timestamptz, "worker" text, "lost" boolean NOT NULL, "last_error" text, "revision" integer NOT NULL, "account_id" integer, "site_id" integer, "requested_at" timestamptz NOT NULL, "position" bigint NOT NULL, "request" json NOT NULL, PRIMARY KEY ("effect_id"));
CREATE INDEX ON "igny8"."runtime_effects" ("status", "next_attempt_at");
CREATE INDEX ON "igny8"."runtime_effects" ("kind", "status", "next_attempt_at");
CREATE INDEX ON "igny8"."runtime_effects" ("saga", "instance");
CREATE INDEX ON "igny8"."runtime_effects" ("site_id");
GRANT SELECT ON "igny8"."runtime_effects" TO igny8_reader;
CREATE TABLE "igny8"."runtime_timers" ("timer_id" uuid NOT NULL, "saga" text NOT NULL, "instance" text NOT NULL, "name" text NOT NULL, "due_at" timestamptz NOT NULL, "cause" json NOT NULL, PRIMARY KEY ("timer_id"));
CREATE INDEX ON "igny8"."runtime_timers" ("due_at");
CREATE INDEX ON "igny8"."runtime_timers" ("saga", "instance");
GRANT SELECT ON "igny8"."runtime_timers" TO igny8_reader;
CREATE TABLE "igny8"."runtime_machinery_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."runtime_machinery_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."runtime_id_marks";
CREATE TABLE "igny8"."runtime_id_marks" ("kind" text NOT NULL, "highest" integer NOT NULL, PRIMARY KEY ("kind"));
GRANT SELECT ON "igny8"."runtime_id_marks" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."runtime_jobs";
CREATE TABLE "igny8"."runtime_jobs" ("job" text NOT NULL, "occurrence" timestamptz NOT NULL, "status" text NOT NULL, "trigger" text NOT NULL, "started_at" timestamptz NOT NULL, "finished_at" timestamptz, "outcome" text, "duration_ms" integer, "detail" text, PRIMARY KEY ("job"));
GRANT SELECT ON "igny8"."runtime_jobs" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_platform_accounts";
DROP TABLE IF EXISTS "igny8"."igny8_platform_sites";
DROP TABLE IF EXISTS "igny8"."igny8_platform_users";
DROP TABLE IF EXISTS "igny8"."igny8_platform_subjects";
DROP TABLE IF EXISTS "igny8"."igny8_platform_held_facts";
CREATE TABLE "igny8"."igny8_platform_accounts" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "name" text NOT NULL, "email" text NOT NULL, "plan" text NOT NULL, "kind" text NOT NULL, "parent_account_id" integer, "account_id" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_platform_accounts" ("parent_account_id");
GRANT SELECT ON "igny8"."igny8_platform_accounts" TO igny8_reader;
ALTER TABLE "igny8"."igny8_platform_accounts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_platform_accounts" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_platform_accounts" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_platform_accounts" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_platform_sites" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer NOT NULL, "domain" text NOT NULL, "name" text, "sector_id" integer, "niche" text, "connected" boolean NOT NULL, "plugin_version" text, "blueprint_id" integer, "blueprint_approved" boolean NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_platform_sites" ("account_id");
GRANT SELECT ON "igny8"."igny8_platform_sites" TO igny8_reader;
ALTER TABLE "igny8"."igny8_platform_sites" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_platform_sites" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_platform_sites" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_platform_sites" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_platform_users" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer NOT NULL, "name" text NOT NULL, "email" text NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_platform_users" ("account_id");
GRANT SELECT ON "igny8"."igny8_platform_users" TO igny8_reader;
ALTER TABLE "igny8"."igny8_platform_users" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_platform_users" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_platform_users" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_platform_users" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_platform_subjects" ("kind" text NOT NULL, "id" text NOT NULL, "site_id" integer NOT NULL, PRIMARY KEY ("kind", "id"));
GRANT SELECT ON "igny8"."igny8_platform_subjects" TO igny8_reader;
CREATE TABLE "igny8"."igny8_platform_held_facts" ("stream" text NOT NULL, "source" text NOT NULL, "fact_id" text NOT NULL, "type" text NOT NULL, "time" timestamptz NOT NULL, "data" json NOT NULL, "waiting_for_kind" text NOT NULL, "waiting_for_id" text NOT NULL, "received_at" timestamptz NOT NULL, "position" bigint NOT NULL, PRIMARY KEY ("stream"));
CREATE INDEX ON "igny8"."igny8_platform_held_facts" ("waiting_for_kind", "waiting_for_id");
GRANT SELECT ON "igny8"."igny8_platform_held_facts" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_access_tokens";
CREATE TABLE "igny8"."igny8_access_tokens" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "role" text NOT NULL, "account_id" integer, "user_id" integer, "scopes" json NOT NULL, "label" text, "secret_sha256" text NOT NULL, "bootstrap" boolean NOT NULL, "expires_at" timestamptz, "revoked_at" timestamptz, PRIMARY KEY ("id"));
GRANT SELECT ON "igny8"."igny8_access_tokens" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_launch_flags";
CREATE TABLE "igny8"."igny8_launch_flags" ("flag" text NOT NULL, "for_account" integer NOT NULL, "enabled" boolean NOT NULL, "reason" text, "updated_at" timestamptz NOT NULL, PRIMARY KEY ("flag", "for_account"));
GRANT SELECT ON "igny8"."igny8_launch_flags" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_subscriptions";
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_content";
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_subscriptions_sectors";
CREATE TABLE "igny8"."igny8_managed_service_subscriptions" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "id" integer NOT NULL, "account_id" integer NOT NULL, "site_id" integer NOT NULL, "tier" text NOT NULL, "status" text NOT NULL, "monthly_price" numeric NOT NULL, "articles_per_month" integer NOT NULL, "account_manager_id" integer, "current_month_articles_published" integer NOT NULL, "current_month_start" date, "service_config" json NOT NULL, "started_at" timestamptz, "cancelled_at" timestamptz, "next_billing_date" date, "paused_reason" text, "behind_since" date, "onboarding" json NOT NULL, "onboarding_status" text NOT NULL, "state" json NOT NULL, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_managed_service_subscriptions" ("account_id");
CREATE INDEX ON "igny8"."igny8_managed_service_subscriptions" ("site_id");
CREATE INDEX ON "igny8"."igny8_managed_service_subscriptions" ("status");
GRANT SELECT ON "igny8"."igny8_managed_service_subscriptions" TO igny8_reader;
ALTER TABLE "igny8"."igny8_managed_service_subscriptions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_managed_service_subscriptions" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_managed_service_subscriptions" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_managed_service_subscriptions" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_managed_service_content" ("site_id" integer NOT NULL, "content_id" integer NOT NULL, "month" text NOT NULL, "published_on" date NOT NULL, PRIMARY KEY ("site_id", "content_id"));
CREATE INDEX ON "igny8"."igny8_managed_service_content" ("site_id", "month");
GRANT SELECT ON "igny8"."igny8_managed_service_content" TO igny8_reader;
CREATE TABLE "igny8"."igny8_managed_service_subscriptions_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_managed_service_subscriptions_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_content_under_way";
CREATE TABLE "igny8"."igny8_managed_service_content_under_way" ("site_id" integer NOT NULL, "content_id" integer NOT NULL, "planned_for" date, "seen_at" timestamptz NOT NULL, "published" boolean NOT NULL, PRIMARY KEY ("site_id", "content_id"));
CREATE INDEX ON "igny8"."igny8_managed_service_content_under_way" ("site_id", "published");
GRANT SELECT ON "igny8"."igny8_managed_service_content_under_way" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_timeline";
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_timeline_months";
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_timeline_articles";
DROP TABLE IF EXISTS "igny8"."igny8_managed_service_timeline_sectors";
CREATE TABLE "igny8"."igny8_managed_service_timeline" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "event_id" uuid NOT NULL, "subscription_id" integer NOT NULL, "account_id" integer, "site_id" integer, "position" bigint NOT NULL, "stream" text NOT NULL, "revision" integer NOT NULL, "type" text NOT NULL, "occurred_at" timestamptz NOT NULL, "recorded_at" timestamptz NOT NULL, "actor" json NOT NULL, "summary" text NOT NULL, "data" json NOT NULL, PRIMARY KEY ("event_id"));
CREATE INDEX ON "igny8"."igny8_managed_service_timeline" ("subscription_id", "position");
CREATE INDEX ON "igny8"."igny8_managed_service_timeline" ("site_id");
GRANT SELECT ON "igny8"."igny8_managed_service_timeline" TO igny8_reader;
ALTER TABLE "igny8"."igny8_managed_service_timeline" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_managed_service_timeline" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_managed_service_timeline" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_managed_service_timeline" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_managed_service_timeline_months" ("subscription_id" integer NOT NULL, "site_id" integer NOT NULL, "status" text NOT NULL, "starts_on" date, PRIMARY KEY ("subscription_id"));
CREATE INDEX ON "igny8"."igny8_managed_service_timeline_months" ("site_id");
GRANT SELECT ON "igny8"."igny8_managed_service_timeline_months" TO igny8_reader;
CREATE TABLE "igny8"."igny8_managed_service_timeline_articles" ("site_id" integer NOT NULL, "content_id" integer NOT NULL, "published_on" date NOT NULL, "entry" json NOT NULL, PRIMARY KEY ("site_id", "content_id"));
CREATE INDEX ON "igny8"."igny8_managed_service_timeline_articles" ("site_id", "published_on");
GRANT SELECT ON "igny8"."igny8_managed_service_timeline_articles" TO igny8_reader;
CREATE TABLE "igny8"."igny8_managed_service_timeline_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_managed_service_timeline_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_backlink_order_timeline";
DROP TABLE IF EXISTS "igny8"."igny8_backlink_order_timeline_sectors";
CREATE TABLE "igny8"."igny8_backlink_order_timeline" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "event_id" uuid NOT NULL, "order_id" integer NOT NULL, "account_id" integer, "site_id" integer, "position" bigint NOT NULL, "stream" text NOT NULL, "revision" integer NOT NULL, "type" text NOT NULL, "occurred_at" timestamptz NOT NULL, "recorded_at" timestamptz NOT NULL, "actor" json NOT NULL, "summary" text NOT NULL, "data" json NOT NULL, PRIMARY KEY ("event_id"));
CREATE INDEX ON "igny8"."igny8_backlink_order_timeline" ("order_id", "position");
CREATE INDEX ON "igny8"."igny8_backlink_order_timeline" ("site_id");
GRANT SELECT ON "igny8"."igny8_backlink_order_timeline" TO igny8_reader;
ALTER TABLE "igny8"."igny8_backlink_order_timeline" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_backlink_order_timeline" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_backlink_order_timeline" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_backlink_order_timeline" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_backlink_order_timeline_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_backlink_order_timeline_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_invoice_timeline";
DROP TABLE IF EXISTS "igny8"."igny8_invoice_timeline_sectors";
CREATE TABLE "igny8"."igny8_invoice_timeline" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "event_id" uuid NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer, "site_id" integer, "position" bigint NOT NULL, "stream" text NOT NULL, "revision" integer NOT NULL, "type" text NOT NULL, "occurred_at" timestamptz NOT NULL, "recorded_at" timestamptz NOT NULL, "actor" json NOT NULL, "summary" text NOT NULL, "data" json NOT NULL, PRIMARY KEY ("event_id"));
CREATE INDEX ON "igny8"."igny8_invoice_timeline" ("invoice_id", "position");
CREATE INDEX ON "igny8"."igny8_invoice_timeline" ("site_id");
GRANT SELECT ON "igny8"."igny8_invoice_timeline" TO igny8_reader;
ALTER TABLE "igny8"."igny8_invoice_timeline" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_invoice_timeline" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_invoice_timeline" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_invoice_timeline" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_invoice_timeline_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_invoice_timeline_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_price_book_versions";
CREATE TABLE "igny8"."igny8_price_book_versions" ("version" integer NOT NULL, "book" json NOT NULL, "changed" json NOT NULL, "reason" text NOT NULL, "changed_by" json NOT NULL, "created_at" timestamptz NOT NULL, PRIMARY KEY ("version"));
GRANT SELECT ON "igny8"."igny8_price_book_versions" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_backlink_service_orders";
DROP TABLE IF EXISTS "igny8"."igny8_backlink_service_orders_sectors";
CREATE TABLE "igny8"."igny8_backlink_service_orders" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "id" integer NOT NULL, "account_id" integer NOT NULL, "site_id" integer NOT NULL, "campaign_id" integer, "managed_subscription_id" integer, "order_type" text NOT NULL, "package" text, "pricing_mode" text NOT NULL, "lines" json NOT NULL, "client_price" numeric NOT NULL, "actual_cost" numeric NOT NULL, "margin" numeric NOT NULL, "budget" numeric, "niche" text NOT NULL, "niche_surcharge" numeric NOT NULL, "links_ordered" integer NOT NULL, "links_delivered" integer NOT NULL, "links_live" integer NOT NULL, "links_indexed" integer NOT NULL, "status" text NOT NULL, "billing" text NOT NULL, "due_date" date, "ordered_at" timestamptz, "delivered_at" timestamptz, "completed_at" timestamptz, "cancelled_at" timestamptz, "notes" text, "predecessor_id" integer, "successor_id" integer, "renews_on" date, "renewal_held" text, "approved_by" json, "on_behalf_of_client" boolean NOT NULL, "behind_since" date, "invoice_id" integer, "state" json NOT NULL, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_backlink_service_orders" ("account_id");
CREATE INDEX ON "igny8"."igny8_backlink_service_orders" ("site_id");
CREATE INDEX ON "igny8"."igny8_backlink_service_orders" ("status");
CREATE INDEX ON "igny8"."igny8_backlink_service_orders" ("renews_on");
CREATE INDEX ON "igny8"."igny8_backlink_service_orders" ("invoice_id");
GRANT SELECT ON "igny8"."igny8_backlink_service_orders" TO igny8_reader;
ALTER TABLE "igny8"."igny8_backlink_service_orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_backlink_service_orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_backlink_service_orders" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_backlink_service_orders" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_backlink_service_orders_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_backlink_service_orders_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_sag_backlinks";
DROP TABLE IF EXISTS "igny8"."igny8_sag_backlink_anchors";
DROP TABLE IF EXISTS "igny8"."igny8_sag_backlinks_sectors";
CREATE TABLE "igny8"."igny8_sag_backlinks" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "id" integer NOT NULL, "account_id" integer NOT NULL, "site_id" integer NOT NULL, "order_id" integer NOT NULL, "campaign_id" integer, "vendor" text NOT NULL, "vendor_reference" text, "source_url" text NOT NULL, "source_domain" text NOT NULL, "target_url" text NOT NULL, "anchor_text" text NOT NULL, "rel" text, "source_dr" numeric, "source_traffic" bigint, "quality_score" integer, "cost" numeric NOT NULL, "status" text NOT NULL, "placed_at" timestamptz NOT NULL, "live_at" timestamptz, "lost_at" timestamptz, "lost_because" text, "rejected_because" text, "replaces_id" integer, "replaced_by" integer, "replacement_owed" boolean NOT NULL, "guaranteed_until" timestamptz, "is_indexed" boolean NOT NULL, "indexed_at" timestamptz, "ahrefs_verified" boolean NOT NULL, "ahrefs_last_seen" timestamptz, "indexing_submitted" boolean NOT NULL, "indexing_request_id" integer, "indexing_status" text NOT NULL, "tier" text, "quality_warnings" json NOT NULL, "flagged" boolean NOT NULL, "flagged_because" text, "flagged_at" timestamptz, "live_checks" json NOT NULL, "state" json NOT NULL, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_sag_backlinks" ("account_id");
CREATE INDEX ON "igny8"."igny8_sag_backlinks" ("order_id");
CREATE INDEX ON "igny8"."igny8_sag_backlinks" ("site_id", "source_domain");
CREATE INDEX ON "igny8"."igny8_sag_backlinks" ("status", "indexing_status");
CREATE INDEX ON "igny8"."igny8_sag_backlinks" ("replaces_id");
GRANT SELECT ON "igny8"."igny8_sag_backlinks" TO igny8_reader;
ALTER TABLE "igny8"."igny8_sag_backlinks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_sag_backlinks" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_sag_backlinks" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_sag_backlinks" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_sag_backlink_anchors" ("site_id" integer NOT NULL, "anchor" text NOT NULL, "uses" integer NOT NULL, PRIMARY KEY ("site_id", "anchor"));
GRANT SELECT ON "igny8"."igny8_sag_backlink_anchors" TO igny8_reader;
CREATE TABLE "igny8"."igny8_sag_backlinks_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_sag_backlinks_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_backlink_indexing_requests";
DROP TABLE IF EXISTS "igny8"."igny8_indexing_services";
DROP TABLE IF EXISTS "igny8"."igny8_backlink_indexing_requests_sectors";
CREATE TABLE "igny8"."igny8_backlink_indexing_requests" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "id" integer NOT NULL, "account_id" integer NOT NULL, "site_id" integer NOT NULL, "order_id" integer NOT NULL, "backlink_id" integer NOT NULL, "url" text NOT NULL, "indexing_service" text, "service_request_id" text, "submitted_at" timestamptz, "first_check_at" timestamptz, "last_check_at" timestamptz, "check_count" integer NOT NULL, "is_indexed" boolean NOT NULL, "indexed_at" timestamptz, "indexed_on_day" integer, "status" text NOT NULL, "cost" numeric NOT NULL, "cost_units" integer NOT NULL, "needs_review" boolean NOT NULL, "failure" text, "failed_at" timestamptz, "review" json, "attempts" json NOT NULL, "checks" json NOT NULL, "charges" json NOT NULL, "next_step" text, "next_due_at" timestamptz, "entitled_by" text NOT NULL, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_backlink_indexing_requests" ("account_id");
CREATE INDEX ON "igny8"."igny8_backlink_indexing_requests" ("site_id", "status");
CREATE INDEX ON "igny8"."igny8_backlink_indexing_requests" ("backlink_id");
CREATE INDEX ON "igny8"."igny8_backlink_indexing_requests" ("needs_review");
CREATE INDEX ON "igny8"."igny8_backlink_indexing_requests" ("next_due_at");
GRANT SELECT ON "igny8"."igny8_backlink_indexing_requests" TO igny8_reader;
ALTER TABLE "igny8"."igny8_backlink_indexing_requests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_backlink_indexing_requests" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_backlink_indexing_requests" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_backlink_indexing_requests" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_indexing_services" ("service" text NOT NULL, "problem" text, "error" text, "since" timestamptz, PRIMARY KEY ("service"));
GRANT SELECT ON "igny8"."igny8_indexing_services" TO igny8_reader;
CREATE TABLE "igny8"."igny8_backlink_indexing_requests_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_backlink_indexing_requests_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_ahrefs_connections";
DROP TABLE IF EXISTS "igny8"."igny8_ahrefs_domain_snapshots";
DROP TABLE IF EXISTS "igny8"."igny8_ahrefs_connections_sectors";
CREATE TABLE "igny8"."igny8_ahrefs_connections" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer NOT NULL, "plan_type" text NOT NULL, "credits_remaining" integer, "monthly_unit_budget" integer, "units_spent" integer NOT NULL, "units_month" text, "last_synced" timestamptz, "status" text NOT NULL, "error" text, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_ahrefs_connections" ("account_id");
CREATE INDEX ON "igny8"."igny8_ahrefs_connections" ("status");
GRANT SELECT ON "igny8"."igny8_ahrefs_connections" TO igny8_reader;
ALTER TABLE "igny8"."igny8_ahrefs_connections" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_ahrefs_connections" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_ahrefs_connections" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_ahrefs_connections" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_ahrefs_domain_snapshots" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "id" bigint NOT NULL, "account_id" integer NOT NULL, "site_id" integer NOT NULL, "domain" text NOT NULL, "domain_rating" numeric, "referring_domains" integer, "organic_keywords" integer, "organic_traffic" bigint, "backlinks_total" bigint, "snapshot_date" date NOT NULL, "raw_data" json NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_ahrefs_domain_snapshots" ("account_id");
CREATE INDEX ON "igny8"."igny8_ahrefs_domain_snapshots" ("site_id", "snapshot_date");
GRANT SELECT ON "igny8"."igny8_ahrefs_domain_snapshots" TO igny8_reader;
ALTER TABLE "igny8"."igny8_ahrefs_domain_snapshots" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_ahrefs_domain_snapshots" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_ahrefs_domain_snapshots" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_ahrefs_domain_snapshots" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_ahrefs_connections_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_ahrefs_connections_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_platform_work_requests";
DROP TABLE IF EXISTS "igny8"."igny8_platform_work_requests_sectors";
CREATE TABLE "igny8"."igny8_platform_work_requests" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "id" integer NOT NULL, "kind" text NOT NULL, "key" text NOT NULL, "payload" json NOT NULL, "status" text NOT NULL, "result" json, "error" text, "subscription_id" integer, "account_id" integer, "site_id" integer, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_platform_work_requests" ("status");
CREATE INDEX ON "igny8"."igny8_platform_work_requests" ("subscription_id");
CREATE INDEX ON "igny8"."igny8_platform_work_requests" ("site_id");
GRANT SELECT ON "igny8"."igny8_platform_work_requests" TO igny8_reader;
ALTER TABLE "igny8"."igny8_platform_work_requests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_platform_work_requests" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_platform_work_requests" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_platform_work_requests" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_platform_work_requests_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_platform_work_requests_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_webhook_endpoints";
CREATE TABLE "igny8"."igny8_webhook_endpoints" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer, "url" text NOT NULL, "event_types" json NOT NULL, "salt" text NOT NULL, "old_salts" json NOT NULL, "status" text NOT NULL, "disabled_because" text, "disabled_at" timestamptz, "removed_at" timestamptz, "revision" integer NOT NULL, PRIMARY KEY ("id"));
GRANT SELECT ON "igny8"."igny8_webhook_endpoints" TO igny8_reader;
ALTER TABLE "igny8"."igny8_webhook_endpoints" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_webhook_endpoints" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_webhook_endpoints" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_webhook_endpoints" TO CURRENT_USER USING (true) WITH CHECK (true);
DROP TABLE IF EXISTS "igny8"."igny8_invoices";
DROP TABLE IF EXISTS "igny8"."igny8_invoice_lines";
DROP TABLE IF EXISTS "igny8"."igny8_payments";
DROP TABLE IF EXISTS "igny8"."igny8_credit_notes";
DROP TABLE IF EXISTS "igny8"."igny8_invoices_sectors";
CREATE TABLE "igny8"."igny8_invoices" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer NOT NULL, "number" text, "kind" text NOT NULL, "status" text NOT NULL, "billing_date" date NOT NULL, "period_start" date NOT NULL, "period_end" date NOT NULL, "issued_on" date, "due_on" date, "subtotal" numeric NOT NULL, "tax_rate" numeric NOT NULL, "tax" numeric NOT NULL, "total" numeric NOT NULL, "paid" numeric NOT NULL, "credited" numeric NOT NULL, "refunded" numeric NOT NULL, "amount_due" numeric NOT NULL, "purchase_id" integer, "order_id" integer, "past_due_since" date, "in_flight" boolean NOT NULL, "disputed" boolean NOT NULL, "refund_failed" boolean NOT NULL, "dunning" json, "keys" json NOT NULL, "state" json, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_invoices" ("account_id");
CREATE INDEX ON "igny8"."igny8_invoices" ("status");
CREATE INDEX ON "igny8"."igny8_invoices" ("number");
GRANT SELECT ON "igny8"."igny8_invoices" TO igny8_reader;
ALTER TABLE "igny8"."igny8_invoices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_invoices" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_invoices" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_invoices" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_invoice_lines" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "invoice_id" integer NOT NULL, "line_id" integer NOT NULL, "account_id" integer NOT NULL, "site_id" integer, "subscription_id" integer, "order_id" integer, "purchase_id" integer, "month" text, "kind" text NOT NULL, "rule" text NOT NULL, "description" text NOT NULL, "inputs" json NOT NULL, "amount" numeric NOT NULL, "causes" json NOT NULL, "steps" json NOT NULL, PRIMARY KEY ("invoice_id", "line_id"));
CREATE INDEX ON "igny8"."igny8_invoice_lines" ("order_id");
CREATE INDEX ON "igny8"."igny8_invoice_lines" ("subscription_id");
CREATE INDEX ON "igny8"."igny8_invoice_lines" ("site_id");
GRANT SELECT ON "igny8"."igny8_invoice_lines" TO igny8_reader;
ALTER TABLE "igny8"."igny8_invoice_lines" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_invoice_lines" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_invoice_lines" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_invoice_lines" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_payments" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer NOT NULL, "gateway" text NOT NULL, "amount" numeric NOT NULL, "refunded" numeric NOT NULL, "reversed" numeric NOT NULL, "status" text NOT NULL, "reference" text, "object" text, "approve_url" text, "received_on" date, "error" text, "started_at" timestamptz NOT NULL, "at" timestamptz NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_payments" ("invoice_id");
CREATE INDEX ON "igny8"."igny8_payments" ("reference");
GRANT SELECT ON "igny8"."igny8_payments" TO igny8_reader;
ALTER TABLE "igny8"."igny8_payments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_payments" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_payments" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_payments" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_credit_notes" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer NOT NULL, "number" text, "net" numeric NOT NULL, "tax" numeric NOT NULL, "total" numeric NOT NULL, "applied" numeric NOT NULL, "refunded" numeric NOT NULL, "credited" numeric NOT NULL, "reason" text NOT NULL, "issued_on" date NOT NULL, "lines" json NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_credit_notes" ("invoice_id");
GRANT SELECT ON "igny8"."igny8_credit_notes" TO igny8_reader;
ALTER TABLE "igny8"."igny8_credit_notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_credit_notes" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_credit_notes" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_credit_notes" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_invoices_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_invoices_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_disputes";
CREATE TABLE "igny8"."igny8_disputes" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer NOT NULL, "payment_id" integer, "status" text NOT NULL, "reason" text NOT NULL, "opened_by" text NOT NULL, "gateway" text NOT NULL, "provider_dispute" text NOT NULL, "amount" numeric NOT NULL, "due_by" timestamptz, "evidence" json, "note" text, "opened_at" timestamptz NOT NULL, "closed_at" timestamptz, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_disputes" ("invoice_id");
CREATE INDEX ON "igny8"."igny8_disputes" ("account_id");
CREATE INDEX ON "igny8"."igny8_disputes" ("status");
GRANT SELECT ON "igny8"."igny8_disputes" TO igny8_reader;
ALTER TABLE "igny8"."igny8_disputes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_disputes" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_disputes" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_disputes" TO CURRENT_USER USING (true) WITH CHECK (true);
DROP TABLE IF EXISTS "igny8"."igny8_billing_accounts";
DROP TABLE IF EXISTS "igny8"."igny8_billables";
DROP TABLE IF EXISTS "igny8"."igny8_account_credits";
DROP TABLE IF EXISTS "igny8"."igny8_invoice_drafts";
CREATE TABLE "igny8"."igny8_billing_accounts" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "account_id" integer NOT NULL, "tax_rate" numeric NOT NULL, "account_credit" numeric NOT NULL, "unbilled_from" date, "waiting" json NOT NULL, "revision" integer NOT NULL, PRIMARY KEY ("account_id"));
CREATE INDEX ON "igny8"."igny8_billing_accounts" ("unbilled_from");
GRANT SELECT ON "igny8"."igny8_billing_accounts" TO igny8_reader;
ALTER TABLE "igny8"."igny8_billing_accounts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_billing_accounts" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_billing_accounts" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_billing_accounts" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_billables" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "account_id" integer NOT NULL, "key" text NOT NULL, "billing_date" date NOT NULL, "invoice_id" integer, "lines" json NOT NULL, PRIMARY KEY ("account_id", "key"));
CREATE INDEX ON "igny8"."igny8_billables" ("invoice_id");
GRANT SELECT ON "igny8"."igny8_billables" TO igny8_reader;
ALTER TABLE "igny8"."igny8_billables" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_billables" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_billables" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_billables" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_account_credits" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "account_id" integer NOT NULL, "note_id" integer NOT NULL, "number" text NOT NULL, "remaining" numeric NOT NULL, PRIMARY KEY ("account_id", "note_id"));
GRANT SELECT ON "igny8"."igny8_account_credits" TO igny8_reader;
ALTER TABLE "igny8"."igny8_account_credits" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_account_credits" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_account_credits" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_account_credits" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_invoice_drafts" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer NOT NULL, "keys" json NOT NULL, "credits" json NOT NULL, PRIMARY KEY ("invoice_id"));
GRANT SELECT ON "igny8"."igny8_invoice_drafts" TO igny8_reader;
ALTER TABLE "igny8"."igny8_invoice_drafts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_invoice_drafts" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_invoice_drafts" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_invoice_drafts" TO CURRENT_USER USING (true) WITH CHECK (true);
DROP TABLE IF EXISTS "igny8"."igny8_add_on_purchases";
CREATE TABLE "igny8"."igny8_add_on_purchases" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "payment_method" text NOT NULL, "terms" json NOT NULL, "invoice_id" integer, "managed_subscription_id" integer, "order_id" integer, "credits" integer, "expires_at" timestamptz, "reason" text, "state" json NOT NULL, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8"."igny8_add_on_purchases" ("account_id");
CREATE INDEX ON "igny8"."igny8_add_on_purchases" ("status");
GRANT SELECT ON "igny8"."igny8_add_on_purchases" TO igny8_reader;
ALTER TABLE "igny8"."igny8_add_on_purchases" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_add_on_purchases" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_add_on_purchases" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_add_on_purchases" TO CURRENT_USER USING (true) WITH CHECK (true);
DROP TABLE IF EXISTS "igny8"."igny8_indexing_credits";
DROP TABLE IF EXISTS "igny8"."igny8_indexing_credit_balances";
CREATE TABLE "igny8"."igny8_indexing_credits" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "event_id" uuid NOT NULL, "account_id" integer NOT NULL, "position" bigint NOT NULL, "at" timestamptz NOT NULL, "change" integer NOT NULL, "balance_after" integer NOT NULL, "reason" text NOT NULL, PRIMARY KEY ("event_id"));
CREATE INDEX ON "igny8"."igny8_indexing_credits" ("account_id", "position");
GRANT SELECT ON "igny8"."igny8_indexing_credits" TO igny8_reader;
ALTER TABLE "igny8"."igny8_indexing_credits" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_indexing_credits" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_indexing_credits" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_indexing_credits" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_indexing_credit_balances" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "account_id" integer NOT NULL, "balance" integer NOT NULL, PRIMARY KEY ("account_id"));
GRANT SELECT ON "igny8"."igny8_indexing_credit_balances" TO igny8_reader;
ALTER TABLE "igny8"."igny8_indexing_credit_balances" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_indexing_credit_balances" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_indexing_credit_balances" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_indexing_credit_balances" TO CURRENT_USER USING (true) WITH CHECK (true);
DROP TABLE IF EXISTS "igny8"."igny8_feature_usage_log";
DROP TABLE IF EXISTS "igny8"."igny8_feature_usage_weeks";
DROP TABLE IF EXISTS "igny8"."igny8_feature_refused_accounts";
CREATE TABLE "igny8"."igny8_feature_usage_log" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "event_id" uuid NOT NULL, "position" bigint NOT NULL, "account_id" integer NOT NULL, "feature" text NOT NULL, "required_level" text NOT NULL, "current_level" text, "was_allowed" boolean NOT NULL, "source" text, "plan" text, "upgrade_to" text, "endpoint" text NOT NULL, "timestamp" timestamptz NOT NULL, PRIMARY KEY ("event_id"));
CREATE INDEX ON "igny8"."igny8_feature_usage_log" ("position");
CREATE INDEX ON "igny8"."igny8_feature_usage_log" ("account_id", "position");
CREATE INDEX ON "igny8"."igny8_feature_usage_log" ("timestamp");
GRANT SELECT ON "igny8"."igny8_feature_usage_log" TO igny8_reader;
ALTER TABLE "igny8"."igny8_feature_usage_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_feature_usage_log" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_feature_usage_log" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_feature_usage_log" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_feature_usage_weeks" ("week" date NOT NULL, "plan" text NOT NULL, "feature" text NOT NULL, "level" text NOT NULL, "checks" integer NOT NULL, "refusals" integer NOT NULL, "upgrade_to" text, PRIMARY KEY ("week", "plan", "feature", "level"));
GRANT SELECT ON "igny8"."igny8_feature_usage_weeks" TO igny8_reader;
CREATE TABLE "igny8"."igny8_feature_refused_accounts" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "week" date NOT NULL, "plan" text NOT NULL, "feature" text NOT NULL, "level" text NOT NULL, "account_id" integer NOT NULL, PRIMARY KEY ("week", "plan", "feature", "level", "account_id"));
GRANT SELECT ON "igny8"."igny8_feature_refused_accounts" TO igny8_reader;
ALTER TABLE "igny8"."igny8_feature_refused_accounts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_feature_refused_accounts" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_feature_refused_accounts" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_feature_refused_accounts" TO CURRENT_USER USING (true) WITH CHECK (true);
DROP TABLE IF EXISTS "igny8"."igny8_plans";
CREATE TABLE "igny8"."igny8_plans" ("plan" text NOT NULL, "version" integer NOT NULL, "plan_features" json NOT NULL, "reason" text, "since" timestamptz NOT NULL, PRIMARY KEY ("plan", "version"));
GRANT SELECT ON "igny8"."igny8_plans" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_costs";
DROP TABLE IF EXISTS "igny8"."igny8_cost_rates";
DROP TABLE IF EXISTS "igny8"."igny8_costs_sectors";
CREATE TABLE "igny8"."igny8_costs" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "key" text NOT NULL, "account_id" integer NOT NULL, "site_id" integer, "order_id" integer, "kind" text NOT NULL, "amount" numeric NOT NULL, "on_day" date NOT NULL, "month" text NOT NULL, PRIMARY KEY ("key"));
CREATE INDEX ON "igny8"."igny8_costs" ("account_id");
CREATE INDEX ON "igny8"."igny8_costs" ("order_id");
CREATE INDEX ON "igny8"."igny8_costs" ("month");
CREATE INDEX ON "igny8"."igny8_costs" ("site_id");
GRANT SELECT ON "igny8"."igny8_costs" TO igny8_reader;
ALTER TABLE "igny8"."igny8_costs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_costs" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_costs" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_costs" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_cost_rates" ("what" text NOT NULL, "thousand_units" integer NOT NULL, PRIMARY KEY ("what"));
GRANT SELECT ON "igny8"."igny8_cost_rates" TO igny8_reader;
CREATE TABLE "igny8"."igny8_costs_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8"."igny8_costs_sectors" TO igny8_reader;
DROP TABLE IF EXISTS "igny8"."igny8_mrr_changes";
DROP TABLE IF EXISTS "igny8"."igny8_mrr_sources";
CREATE TABLE "igny8"."igny8_mrr_changes" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "event_id" uuid NOT NULL, "account_id" integer NOT NULL, "source" text NOT NULL, "on_day" date NOT NULL, "change" numeric NOT NULL, PRIMARY KEY ("event_id"));
CREATE INDEX ON "igny8"."igny8_mrr_changes" ("on_day");
CREATE INDEX ON "igny8"."igny8_mrr_changes" ("account_id");
GRANT SELECT ON "igny8"."igny8_mrr_changes" TO igny8_reader;
ALTER TABLE "igny8"."igny8_mrr_changes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_mrr_changes" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_mrr_changes" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_mrr_changes" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8"."igny8_mrr_sources" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "source" text NOT NULL, "account_id" integer NOT NULL, "price" integer NOT NULL, "counted" boolean NOT NULL, PRIMARY KEY ("source"));
GRANT SELECT ON "igny8"."igny8_mrr_sources" TO igny8_reader;
ALTER TABLE "igny8"."igny8_mrr_sources" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8"."igny8_mrr_sources" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8"."igny8_mrr_sources" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8"."igny8_mrr_sources" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE SCHEMA IF NOT EXISTS runtime;
CREATE TABLE IF NOT EXISTS runtime.idempotency_keys (
       scope text NOT NULL,
       key text NOT NULL,
       request_hash text NOT NULL,
       command_id uuid NOT NULL,
       state text NOT NULL CHECK (state IN ('running', 'done')),
       worker text NOT NULL,
       leased_until timestamptz NOT NULL,
       status integer,
       headers text,
       body text,
       created_at timestamptz NOT NULL,
       PRIMARY KEY (scope, key));
CREATE INDEX IF NOT EXISTS idempotency_keys_created_at ON runtime.idempotency_keys (created_at);
DROP TABLE IF EXISTS "igny8_shadow"."igny8_invoices";
DROP TABLE IF EXISTS "igny8_shadow"."igny8_invoice_lines";
DROP TABLE IF EXISTS "igny8_shadow"."igny8_payments";
DROP TABLE IF EXISTS "igny8_shadow"."igny8_credit_notes";
DROP TABLE IF EXISTS "igny8_shadow"."igny8_invoices_sectors";
CREATE TABLE "igny8_shadow"."igny8_invoices" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "account_id" integer NOT NULL, "number" text, "kind" text NOT NULL, "status" text NOT NULL, "billing_date" date NOT NULL, "period_start" date NOT NULL, "period_end" date NOT NULL, "issued_on" date, "due_on" date, "subtotal" numeric NOT NULL, "tax_rate" numeric NOT NULL, "tax" numeric NOT NULL, "total" numeric NOT NULL, "paid" numeric NOT NULL, "credited" numeric NOT NULL, "refunded" numeric NOT NULL, "amount_due" numeric NOT NULL, "purchase_id" integer, "order_id" integer, "past_due_since" date, "in_flight" boolean NOT NULL, "disputed" boolean NOT NULL, "refund_failed" boolean NOT NULL, "dunning" json, "keys" json NOT NULL, "state" json, "revision" integer NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8_shadow"."igny8_invoices" ("account_id");
CREATE INDEX ON "igny8_shadow"."igny8_invoices" ("status");
CREATE INDEX ON "igny8_shadow"."igny8_invoices" ("number");
GRANT SELECT ON "igny8_shadow"."igny8_invoices" TO igny8_reader;
ALTER TABLE "igny8_shadow"."igny8_invoices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8_shadow"."igny8_invoices" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8_shadow"."igny8_invoices" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8_shadow"."igny8_invoices" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8_shadow"."igny8_invoice_lines" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "sector_id" integer, "invoice_id" integer NOT NULL, "line_id" integer NOT NULL, "account_id" integer NOT NULL, "site_id" integer, "subscription_id" integer, "order_id" integer, "purchase_id" integer, "month" text, "kind" text NOT NULL, "rule" text NOT NULL, "description" text NOT NULL, "inputs" json NOT NULL, "amount" numeric NOT NULL, "causes" json NOT NULL, "steps" json NOT NULL, PRIMARY KEY ("invoice_id", "line_id"));
CREATE INDEX ON "igny8_shadow"."igny8_invoice_lines" ("order_id");
CREATE INDEX ON "igny8_shadow"."igny8_invoice_lines" ("subscription_id");
CREATE INDEX ON "igny8_shadow"."igny8_invoice_lines" ("site_id");
GRANT SELECT ON "igny8_shadow"."igny8_invoice_lines" TO igny8_reader;
ALTER TABLE "igny8_shadow"."igny8_invoice_lines" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8_shadow"."igny8_invoice_lines" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8_shadow"."igny8_invoice_lines" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8_shadow"."igny8_invoice_lines" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8_shadow"."igny8_payments" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer NOT NULL, "gateway" text NOT NULL, "amount" numeric NOT NULL, "refunded" numeric NOT NULL, "reversed" numeric NOT NULL, "status" text NOT NULL, "reference" text, "object" text, "approve_url" text, "received_on" date, "error" text, "started_at" timestamptz NOT NULL, "at" timestamptz NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8_shadow"."igny8_payments" ("invoice_id");
CREATE INDEX ON "igny8_shadow"."igny8_payments" ("reference");
GRANT SELECT ON "igny8_shadow"."igny8_payments" TO igny8_reader;
ALTER TABLE "igny8_shadow"."igny8_payments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8_shadow"."igny8_payments" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8_shadow"."igny8_payments" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8_shadow"."igny8_payments" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8_shadow"."igny8_credit_notes" ("created_by" integer, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "id" integer NOT NULL, "invoice_id" integer NOT NULL, "account_id" integer NOT NULL, "number" text, "net" numeric NOT NULL, "tax" numeric NOT NULL, "total" numeric NOT NULL, "applied" numeric NOT NULL, "refunded" numeric NOT NULL, "credited" numeric NOT NULL, "reason" text NOT NULL, "issued_on" date NOT NULL, "lines" json NOT NULL, PRIMARY KEY ("id"));
CREATE INDEX ON "igny8_shadow"."igny8_credit_notes" ("invoice_id");
GRANT SELECT ON "igny8_shadow"."igny8_credit_notes" TO igny8_reader;
ALTER TABLE "igny8_shadow"."igny8_credit_notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "igny8_shadow"."igny8_credit_notes" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "igny8_shadow"."igny8_credit_notes" FOR SELECT TO igny8_reader USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END);
CREATE POLICY writer ON "igny8_shadow"."igny8_credit_notes" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE TABLE "igny8_shadow"."igny8_invoices_sectors" ("site_id" integer NOT NULL, "sector_id" integer NOT NULL, PRIMARY KEY ("site_id"));
GRANT SELECT ON "igny8_shadow"."igny8_invoices_sectors" TO igny8_reader;

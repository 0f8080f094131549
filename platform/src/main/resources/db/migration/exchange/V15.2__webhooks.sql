-- Addresses that are told of events in an agency's cases. A message carries identifiers and nothing
-- else; the secret by which it is signed stands sealed.
create table exchange.webhooks (
  id uuid primary key,
  custody uuid not null,
  address text not null,
  kinds text[] not null,
  secret bytea not null,
  state text not null,
  failures int not null default 0,
  account uuid not null,
  created_at timestamptz not null
);
create index webhooks_by_custody on exchange.webhooks (custody) where state <> 'ENDED';

-- The outbox: written with the act, sent after it.
create table exchange.webhook_messages (
  id uuid primary key,
  webhook uuid not null references exchange.webhooks,
  kind text not null,
  body text not null,
  state text not null,
  tries int not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  tried_at timestamptz,
  answer text
);
create index webhook_messages_waiting on exchange.webhook_messages (next_at, id)
  where state = 'WAITING';
create index webhook_messages_by_webhook on exchange.webhook_messages (webhook, id desc);
create index webhook_messages_done on exchange.webhook_messages (created_at) where state <> 'WAITING';

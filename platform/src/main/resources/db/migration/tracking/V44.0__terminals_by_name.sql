-- A site's Traccar server speaks for all its terminals with a credential of its own: a device that was
-- registered by the name of its terminal is found by it. Of those that are carried, one has a name.
alter table tracking.devices add column by_name boolean not null default false;
create unique index devices_by_terminal on tracking.devices (terminal) where by_name and retired_at is null;

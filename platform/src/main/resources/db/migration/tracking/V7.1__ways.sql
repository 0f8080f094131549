-- Whether the way from the place of execution belongs to what is permitted, as for a leave or
-- regular travel to a district that was named. What an officer drew is permitted as it was drawn.
alter table tracking.areas add column way boolean not null default false;

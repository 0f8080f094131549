-- Whether the site's scanner for malware looked it through before it was kept.
alter table documents.documents add scanned boolean not null default false;
alter table documents.recordings add scanned boolean not null default false;

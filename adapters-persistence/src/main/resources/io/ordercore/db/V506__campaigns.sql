alter table seller add column campaigns boolean not null default true;

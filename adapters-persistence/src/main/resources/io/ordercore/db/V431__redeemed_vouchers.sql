alter table voucher add column redeemed_for text collate "C";
comment on column voucher.redeemed_for is 'the order it pays for; null while it can be used';
create index voucher_redeemed on voucher (redeemed_for) where redeemed_for is not null;

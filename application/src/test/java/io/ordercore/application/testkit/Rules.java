package io.ordercore.application.testkit;

import java.util.List;

/** The rules' stable names: they stand in test names and in the report. */
final class Rules {
    static final String PRF01 = "prf01_what_is_advertised_is_implemented";
    static final String PRF02 = "prf02_a_capability_that_is_off_answers_unsupported";
    static final String PRF03 = "prf03_an_intercept_not_offered_is_unsupported";
    static final String VOC01 = "voc01_each_code_means_what_the_vocabulary_says";
    static final String VOC02 = "voc02_an_unknown_code_is_never_guessed";
    static final String TRK01 = "trk01_each_time_has_the_right_instant_or_none";
    static final String TRK02 = "trk02_each_event_has_the_right_status_and_incident";
    static final String TRK03 = "trk03_the_parcel_ends_in_the_right_state";
    static final String TRK04 = "trk04_order_and_repetition_of_a_list_do_not_matter";
    static final String TRK05 = "trk05_a_cut_list_completed_later_ends_alike";
    static final String TRK06 = "trk06_estimates_are_kept_with_their_zone";
    static final String TRK07 = "trk07_a_bad_element_is_quarantined_and_the_rest_kept";
    static final String TRK08 = "trk08_an_answer_shows_its_age";
    static final String TRK09 = "trk09_a_refusal_names_its_reason";
    static final String NET01 = "net01_too_many_calls_waits_as_long_as_told";
    static final String NET02 = "net02_a_broken_server_can_be_asked_again";
    static final String NET03 = "net03_silence_ends_at_the_deadline";
    static final String NET04 = "net04_wrong_credentials_are_named";
    static final String NET05 = "net05_a_broken_body_is_never_half_an_answer";
    static final String BKG01 = "bkg01_the_same_key_books_once";
    static final String BKG02 = "bkg02_a_lost_answer_is_an_unknown_outcome_that_can_be_looked_up";
    static final String BKG03 = "bkg03_the_same_key_with_another_shipment_is_refused";
    static final String INQ01 = "inq01_the_same_key_asks_once_and_is_found_again";
    static final String INQ02 = "inq02_the_same_key_about_another_parcel_is_refused";
    static final String INQ03 = "inq03_a_lost_answer_is_an_unknown_outcome_and_is_not_sent_again";
    static final String CLM01 = "clm01_the_same_key_files_once_and_is_found_again";
    static final String CLM02 = "clm02_the_same_key_for_another_claim_is_refused";
    static final String CLM03 = "clm03_a_lost_answer_is_an_unknown_outcome_and_is_not_filed_again";
    static final String CLM04 = "clm04_the_evidence_reaches_the_carrier";
    static final String CLM05 = "clm05_a_claim_stands_where_the_carrier_says";
    static final String PSH01 = "psh01_a_genuine_push_is_read";
    static final String PSH02 = "psh02_a_changed_push_is_refused";
    static final String PSH03 = "psh03_a_push_without_signature_is_refused";
    static final String PSH04 = "psh04_the_carrier_gets_its_own_acknowledgement";
    static final String PSH05 = "psh05_a_push_twice_ends_alike";

    static final List<String> ALL = List.of(
            PRF01, PRF02, PRF03, VOC01, VOC02, TRK01, TRK02, TRK03, TRK04, TRK05, TRK06, TRK07, TRK08, TRK09, NET01,
            NET02, NET03, NET04, NET05, BKG01, BKG02, BKG03, INQ01, INQ02, INQ03, CLM01, CLM02, CLM03, CLM04, CLM05,
            PSH01, PSH02, PSH03, PSH04, PSH05);

    private Rules() {}
}

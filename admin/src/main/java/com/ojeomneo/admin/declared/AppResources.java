package com.ojeomneo.admin.declared;

import static com.ojeomneo.admin.declared.Columns.PLATFORM;
import static com.ojeomneo.admin.declared.Columns.bool;
import static com.ojeomneo.admin.declared.Columns.choice;
import static com.ojeomneo.admin.declared.Columns.choices;
import static com.ojeomneo.admin.declared.Columns.id;
import static com.ojeomneo.admin.declared.Columns.instant;
import static com.ojeomneo.admin.declared.Columns.integer;
import static com.ojeomneo.admin.declared.Columns.json;
import static com.ojeomneo.admin.declared.Columns.longText;
import static com.ojeomneo.admin.declared.Columns.text;
import static com.ojeomneo.admin.resource.Resource.Group.SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.APP_VERSIONS;
import static com.ojeomneo.schema.jooq.Tables.FEATURE_FLAGS;
import static com.ojeomneo.schema.jooq.Tables.NOTICES;

import com.ojeomneo.admin.resource.Declarations;
import com.ojeomneo.admin.resource.Resource;
import com.ojeomneo.admin.staff.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** What the app is told when it starts. */
@Singleton
class AppResources implements Declarations {
  @Override
  public List<Resource> resources() {
    return List.of(notices(), settings(), flags(), versions());
  }

  private static Resource notices() {
    return Resource.of(NOTICES, SETTINGS, "공지", "Notices")
        .column(id(NOTICES.ID))
        .column(text(NOTICES.TITLE, "제목", "Title").required().between(1, 100).editable())
        .column(
            longText(NOTICES.BODY, "내용", "Body").required().between(1, 2000).editable().unlisted())
        .column(instant(NOTICES.STARTS_AT, "시작", "From").required().editable().sortable().filter())
        .column(
            instant(NOTICES.ENDS_AT, "종료", "Until")
                .help("비우면 계속 보여요", "Empty: for good")
                .editable()
                .filter())
        .title(NOTICES.TITLE)
        .sortedBy("-startsAt")
        .searchedByPart(NOTICES.TITLE)
        .editedWith(Permission.SETTINGS, NOTICES.VERSION)
        .creatable()
        .deletable()
        .ofEveryShop();
  }

  private static Resource settings() {
    return Resource.of(APP_SETTINGS, SETTINGS, "설정", "Settings")
        .column(text(APP_SETTINGS.KEY, "키", "Key").required().between(1, 60).creatable())
        .column(json(APP_SETTINGS.VALUE, "값", "Value").required().editable())
        .column(
            bool(APP_SETTINGS.PUBLIC, "앱에 공개", "Public")
                .help("켜면 앱의 /config에 보여요", "On: the app's /config shows it")
                .editable()
                .filter())
        .column(longText(APP_SETTINGS.DESCRIPTION, "설명", "Description").between(0, 500).editable())
        .title(APP_SETTINGS.KEY)
        .sortedBy("key")
        .searchedByPart(APP_SETTINGS.KEY)
        .editedWith(Permission.SETTINGS, APP_SETTINGS.VERSION)
        .creatable()
        .deletable();
  }

  private static Resource flags() {
    return Resource.of(FEATURE_FLAGS, SETTINGS, "기능 스위치", "Feature flags")
        .column(text(FEATURE_FLAGS.KEY, "키", "Key").required().between(1, 60).creatable())
        .column(bool(FEATURE_FLAGS.ENABLED, "켜짐", "On").required().editable().filter())
        .column(
            integer(FEATURE_FLAGS.PERCENTAGE, "대상 기기(%)", "Of the devices (%)")
                .between(0, 100)
                .editable())
        .column(
            choices(FEATURE_FLAGS.PLATFORMS, PLATFORM, "플랫폼", "Platforms")
                .help("하나 이상. 새로 만들 때 비우면 모두", "At least one; a new one has all of them")
                .editable())
        .column(text(FEATURE_FLAGS.MIN_VERSION, "최소 버전", "From version").between(1, 20).editable())
        .column(text(FEATURE_FLAGS.MAX_VERSION, "최대 버전", "To version").between(1, 20).editable())
        .column(longText(FEATURE_FLAGS.DESCRIPTION, "설명", "Description").between(0, 500).editable())
        .title(FEATURE_FLAGS.KEY)
        .sortedBy("key")
        .searchedByPart(FEATURE_FLAGS.KEY)
        .editedWith(Permission.SETTINGS, FEATURE_FLAGS.VERSION)
        .creatable()
        .deletable();
  }

  private static Resource versions() {
    return Resource.of(APP_VERSIONS, SETTINGS, "앱 버전", "App versions")
        .column(choice(APP_VERSIONS.PLATFORM, PLATFORM, "플랫폼", "Platform"))
        .column(
            text(APP_VERSIONS.MIN_VERSION, "최소 버전", "Oldest that may be used")
                .help("이보다 낮으면 업데이트해야 해요", "Older ones must update")
                .required()
                .between(1, 20)
                .editable())
        .column(
            text(APP_VERSIONS.LATEST_VERSION, "최신 버전", "Newest")
                .required()
                .between(1, 20)
                .editable())
        .column(text(APP_VERSIONS.STORE_URL, "스토어 주소", "Store address").between(1, 300).editable())
        .title(APP_VERSIONS.PLATFORM)
        .sortedBy("platform")
        .editedWith(Permission.SETTINGS, APP_VERSIONS.VERSION);
  }
}

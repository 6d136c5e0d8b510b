"""The closed vocabularies of the catalog, with the Japanese words that sources and people use.

The values are part of the project's interface: exports, releases and answers carry them as written
here. 不明 means that the source does not say.
"""

from enum import StrEnum


class Mode(StrEnum):
    """How an offering is taught."""

    ONSITE = "対面"
    LIVE_ONLINE = "オンライン(同時)"
    ON_DEMAND = "オンデマンド"
    HYBRID = "ハイブリッド"
    CORRESPONDENCE = "通信"
    VISITING = "出前"
    UNKNOWN = "不明"


class TimeBand(StrEnum):
    """When in the week an offering meets."""

    WEEKDAY_DAY = "平日昼"
    WEEKDAY_EVENING = "平日夜"
    SATURDAY = "土"
    SUNDAY_HOLIDAY = "日祝"


class Status(StrEnum):
    """Where an offering stands with applications, as its source states it."""

    OPEN = "募集中"
    NOT_YET_OPEN = "募集前"
    CLOSED = "締切"
    FULL = "満員"
    CANCELLED = "中止"
    ANY_TIME = "随時"
    UNKNOWN = "不明"


class Certificate(StrEnum):
    """What a participant holds at the end; 履修証明 means 60 hours or more (since 2019)."""

    NONE = "なし"
    COMPLETION = "修了証"
    RECORD_OF_STUDY = "履修証明"
    CREDIT = "単位"
    QUALIFYING = "国家資格の受験資格"
    DIGITAL_BADGE = "デジタルバッジ"
    UNKNOWN = "不明"


class Field(StrEnum):
    """What a program is about: the twenty fields of the prefecture's recurrent education."""

    DIGITAL = "DX・IT"
    DATA_AI = "データ・AI"
    MANUFACTURING = "製造・生産管理"
    FARMING_FOOD = "農業・食品"
    TOURISM_COMMUNITY = "観光・地域づくり"
    BUSINESS = "経営・起業"
    ACCOUNTING_OFFICE = "会計・事務"
    PEOPLE_LEADERSHIP = "人事・リーダー"
    CARE_WELFARE = "介護・福祉"
    NURSING_MEDICAL = "看護・医療"
    CHILDCARE = "保育・子育て"
    EDUCATION = "教育・学校"
    CONSTRUCTION = "建設・不動産"
    DESIGN_CRAFT = "デザイン・工芸"
    ENVIRONMENT_ENERGY = "環境・エネルギー"
    LANGUAGE_INTERNATIONAL = "語学・国際"
    ADMINISTRATION_LAW = "行政・法務"
    RETURN_TO_WORK = "就職・復職"
    HEALTH_SPORT = "健康・スポーツ"
    LIBERAL_ARTS = "教養・文化"


class Audience(StrEnum):
    """Whom a program addresses."""

    INDIVIDUAL = "個人"
    EMPLOYEES = "企業派遣"
    PROFESSIONAL = "専門職"
    SENIOR = "シニア"
    MANAGER = "経営者"
    FARMER = "農業者"
    WOMEN = "女性"
    JOB_SEEKER = "求職者"
    CIVIL_SERVANT = "自治体職員"
    STUDENT = "学生"
    FOREIGN_RESIDENT = "外国人"


class Subsidy(StrEnum):
    """A benefit that lowers what the participant or the employer pays."""

    TRAINING_GENERAL = "教育訓練給付(一般)"
    TRAINING_SPECIFIED = "教育訓練給付(特定一般)"
    TRAINING_PROFESSIONAL = "教育訓練給付(専門実践)"
    EMPLOYER_TRAINING = "人材開発支援助成金"
    JOB_SEEKER_TRAINING = "求職者支援訓練"
    PREFECTURE = "県補助"
    MUNICIPALITY = "市町村補助"

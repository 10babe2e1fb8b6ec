import { CfnDeletionPolicy, CfnResource, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Alarms } from "../constructs/alarms.ts";
import { watchTables } from "../constructs/retained-table.ts";
import { AccessTrail } from "../resources/access-trail.ts";
import { AccountTable } from "../resources/account-table.ts";
import { AgencyTable } from "../resources/agency-table.ts";
import { ApprovalTable } from "../resources/approval-table.ts";
import { AttendanceTable } from "../resources/attendance-table.ts";
import { AuditTable } from "../resources/audit-table.ts";
import { AuthenticatorKey } from "../resources/authenticator-key.ts";
import { BulkTable } from "../resources/bulk-table.ts";
import { CampaignTable } from "../resources/campaign-table.ts";
import { CaptchaTable } from "../resources/captcha-table.ts";
import { CardBucket } from "../resources/card-bucket.ts";
import { CardTable } from "../resources/card-table.ts";
import { CheckKey } from "../resources/check-key.ts";
import { ContactChangeTable } from "../resources/contact-change-table.ts";
import { DocumentTable } from "../resources/document-table.ts";
import { EmployeeTable } from "../resources/employee-table.ts";
import { EvidenceBucket } from "../resources/evidence-bucket.ts";
import { ExportBucket } from "../resources/export-bucket.ts";
import { ExportTable } from "../resources/export-table.ts";
import { HmacKey } from "../resources/hmac-key.ts";
import { ImportBucket } from "../resources/import-bucket.ts";
import { ImportQueue } from "../resources/import-queue.ts";
import { ImportTable } from "../resources/import-table.ts";
import { KeyGuard } from "../resources/key-guard.ts";
import { LetterTable } from "../resources/letter-table.ts";
import { MailReputation } from "../resources/mail-reputation.ts";
import type { Mailer } from "../resources/mailer.ts";
import { MarkerTable } from "../resources/marker-table.ts";
import { NotificationTable } from "../resources/notification-table.ts";
import { OpenChangeTable } from "../resources/open-change-table.ts";
import { PhotoBucket } from "../resources/photo-bucket.ts";
import { PhotoQueue } from "../resources/photo-queue.ts";
import { PhotoTable } from "../resources/photo-table.ts";
import { PostTable } from "../resources/post-table.ts";
import { PrintBucket } from "../resources/print-bucket.ts";
import { PrintTable } from "../resources/print-table.ts";
import { RateLimitTable } from "../resources/rate-limit-table.ts";
import { RequestTable } from "../resources/request-table.ts";
import { RoleTable } from "../resources/role-table.ts";
import { SessionKey } from "../resources/session-key.ts";
import { SessionTable } from "../resources/session-table.ts";
import { SigningKey } from "../resources/signing-key.ts";
import { Site } from "../resources/site.ts";
import { TokenKey } from "../resources/token-key.ts";
import { UnitTable } from "../resources/unit-table.ts";
import { UserDirectory } from "../resources/user-directory.ts";
import type { Settings } from "../settings.ts";

/** What must never be lost: records, photos, cards, accounts, keys, who had access. Also the topic of the alarms. */
export class DataStack extends Stack {
  readonly alarms: Alarms;
  readonly site: Site;
  readonly employeeTable: EmployeeTable;
  readonly markerTable: MarkerTable;
  readonly openChangeTable: OpenChangeTable;
  readonly contactChangeTable: ContactChangeTable;
  readonly auditTable: AuditTable;
  readonly photoTable: PhotoTable;
  readonly cardTable: CardTable;
  readonly roleTable: RoleTable;
  readonly approvalTable: ApprovalTable;
  readonly requestTable: RequestTable;
  readonly documentTable: DocumentTable;
  readonly campaignTable: CampaignTable;
  readonly postTable: PostTable;
  readonly letterTable: LetterTable;
  readonly attendanceTable: AttendanceTable;
  readonly agencyTable: AgencyTable;
  readonly accountTable: AccountTable;
  readonly sessionTable: SessionTable;
  readonly captchaTable: CaptchaTable;
  readonly notificationTable: NotificationTable;
  readonly rateLimitTable: RateLimitTable;
  readonly printTable: PrintTable;
  readonly importTable: ImportTable;
  readonly importQueue: ImportQueue;
  readonly importBucket: ImportBucket;
  readonly evidenceBucket: EvidenceBucket;
  readonly bulkTable: BulkTable;
  readonly unitTable: UnitTable;
  readonly exportTable: ExportTable;
  readonly photoQueue: PhotoQueue;
  readonly photoBucket: PhotoBucket;
  readonly cardBucket: CardBucket;
  readonly printBucket: PrintBucket;
  readonly exportBucket: ExportBucket;
  readonly userDirectory: UserDirectory;
  readonly sessionKey: SessionKey;
  readonly authenticatorKey: AuthenticatorKey;
  readonly tokenKey: TokenKey;
  readonly hmacKey: HmacKey;
  readonly checkKey: CheckKey;
  readonly signingKey: SigningKey;

  /** Long: a table of contents, one line for each resource. */
  constructor(
    scope: Construct,
    id: string,
    { settings, mailer, ...props }: StackProps & { settings: Settings; mailer: Mailer },
  ) {
    super(scope, id, { ...props, terminationProtection: true });
    this.alarms = new Alarms(this, settings);
    this.site = new Site(settings);

    this.employeeTable = new EmployeeTable(this);
    this.markerTable = new MarkerTable(this);
    this.openChangeTable = new OpenChangeTable(this);
    this.contactChangeTable = new ContactChangeTable(this);
    this.auditTable = new AuditTable(this);
    this.photoTable = new PhotoTable(this, settings);
    this.cardTable = new CardTable(this);
    this.roleTable = new RoleTable(this);
    this.approvalTable = new ApprovalTable(this);
    this.requestTable = new RequestTable(this);
    this.documentTable = new DocumentTable(this);
    this.campaignTable = new CampaignTable(this);
    this.postTable = new PostTable(this);
    this.letterTable = new LetterTable(this);
    this.attendanceTable = new AttendanceTable(this);
    this.agencyTable = new AgencyTable(this);
    this.accountTable = new AccountTable(this);
    this.sessionTable = new SessionTable(this);
    this.captchaTable = new CaptchaTable(this);
    this.notificationTable = new NotificationTable(this);
    this.rateLimitTable = new RateLimitTable(this);
    this.printTable = new PrintTable(this);
    this.importTable = new ImportTable(this);
    this.bulkTable = new BulkTable(this);
    this.unitTable = new UnitTable(this);
    this.exportTable = new ExportTable(this);

    // Queues of uploads are in the stack of the bucket, because S3 needs them: in another stack the two would depend on each other.
    this.photoQueue = new PhotoQueue(this, this.alarms);
    this.importQueue = new ImportQueue(this, this.alarms);
    this.photoBucket = new PhotoBucket(this, { site: this.site, uploads: this.photoQueue });
    this.cardBucket = new CardBucket(this);
    this.printBucket = new PrintBucket(this);
    this.exportBucket = new ExportBucket(this);
    this.importBucket = new ImportBucket(this, { site: this.site, uploads: this.importQueue });
    this.evidenceBucket = new EvidenceBucket(this, { site: this.site });
    const accessTrail = new AccessTrail(this, { roles: this.roleTable });

    this.userDirectory = new UserDirectory(this, { settings, mailer, alarms: this.alarms });
    this.sessionKey = new SessionKey(this);
    this.authenticatorKey = new AuthenticatorKey(this);
    this.tokenKey = new TokenKey(this);
    this.hmacKey = new HmacKey(this);
    this.checkKey = new CheckKey(this);
    this.signingKey = new SigningKey(this, settings);
    watchTables(this, this.alarms);
    new KeyGuard(this, this.alarms);
    new MailReputation(this, this.alarms);
    const resources = this.node.findAll().filter(CfnResource.isCfnResource);
    this.userDirectory.comeBefore(retained(resources));
    accessTrail.comeAfter(resources);
  }
}

function retained(resources: readonly CfnResource[]): CfnResource[] {
  const { RETAIN, RETAIN_EXCEPT_ON_CREATE } = CfnDeletionPolicy;
  return resources.filter(({ cfnOptions: { deletionPolicy } }) =>
    [RETAIN, RETAIN_EXCEPT_ON_CREATE].some((policy) => policy === deletionPolicy),
  );
}

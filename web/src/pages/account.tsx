import { AuthenticatorSection } from "../account/authenticator-section.tsx";
import { ContactSection } from "../account/contact-section.tsx";
import { DevicesSection } from "../account/devices-section.tsx";
import { FreezeSection } from "../account/freeze-section.tsx";
import { AccountHistorySection } from "../account/history-section.tsx";
import { MailsSection } from "../account/mails-section.tsx";
import { OwnDataLink } from "../account/own-data-link.tsx";
import { PasswordSection, preparePassword } from "../account/password-section.tsx";
import { PhoneSection } from "../account/phone-section.tsx";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { account as text } from "../messages/account.ts";
import { common } from "../messages/common.ts";

/** What everybody sees and changes of the own account. */
export function AccountPage() {
  useTitle(common.pages.account);
  const { data, failure, reload } = useLoad(readPage);
  return (
    <div class="account fills-screen">
      <Heading>{common.pages.account}</Heading>
      <p class="lead screen-only">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <AuthenticatorSection first={data.authenticator} />
          <PasswordSection onChanged={reload} />
          <ContactSection first={data.contact} />
          <PhoneSection first={data.contact} />
          <DevicesSection key={`devices-${data.reading}`} first={data.devices} />
          <MailsSection key={`mails-${data.reading}`} first={data.mails.wish} />
          <OwnDataLink />
          <FreezeSection />
          <AccountHistorySection key={`history-${data.reading}`} first={data.history} />
        </>
      )}
    </div>
  );
}

/** Counts the readings: what is read anew is shown anew. */
let readings = 0;

/** All sections at once, so that nothing moves when the second one comes. */
async function readPage() {
  const [authenticator, contact, devices, history, mails] = await Promise.all([
    call("GET /api/account/authenticator"),
    call("GET /api/account/contact"),
    call("GET /api/account/sessions"),
    call("GET /api/account/history"),
    call("GET /api/account/mails"),
    preparePassword(),
  ]);
  return { authenticator, contact, devices, history, mails, reading: readings++ };
}

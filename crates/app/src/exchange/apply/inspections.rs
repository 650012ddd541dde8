//! HCJG 核查结果: what inspections of the register found.

use std::net::Ipv4Addr;

use beian_authority::message::download::icp::inspections::{
    AccessFinding, Inspections, LivenessFinding, ShellFinding, SubjectFinding,
};
use beian_domain::supervision::{
    AccessFault, AccessInspection, CertificateCode, Inspection, LivenessInspection, Named, PaperNumber,
    Shell, ShellInspection, SubjectInspection, UnitCode,
};

use super::Came;

/// Keeps the findings.
pub(super) fn keep(inspections: &Inspections, came: &mut Came) {
    let findings = &inspections.findings;
    findings.subjects.iter().for_each(|found| came.told(Inspection::Subject(subject(found))));
    findings.accesses.iter().for_each(|found| came.told(Inspection::Access(access(found))));
    findings.shells.iter().for_each(|found| came.told(Inspection::Shell(shell(found))));
    findings.liveness.iter().for_each(|found| came.told(Inspection::Liveness(liveness(found))));
}

fn subject(found: &SubjectFinding) -> SubjectInspection {
    SubjectInspection {
        bureau_id: found.bureau_id,
        name: Named(found.name.clone()),
        certificate_kind: CertificateCode(found.certificate_kind),
        certificate_number: PaperNumber(found.certificate_number.clone()),
        fault: found.fault.clone(),
        remark: found.remark.clone(),
    }
}

fn access(found: &AccessFinding) -> AccessInspection {
    AccessInspection {
        finding: AccessFault::of(found.finding),
        service_number: found.service_number.clone(),
        domain: found.domain.clone(),
        resolved: found.resolved.filter(|address| *address != Ipv4Addr::UNSPECIFIED),
        filed_by: found.filed_by.map(UnitCode),
        inspected: found.inspected.to_utc(),
        service_bureau_id: found.service_bureau_id,
        bureau_id: found.bureau_id,
        remark: found.remark.clone(),
    }
}

fn shell(found: &ShellFinding) -> ShellInspection {
    ShellInspection {
        finding: Shell::of(found.finding),
        number: found.number.clone(),
        home_url: found.home_url.clone(),
        inspected: found.inspected.to_utc(),
        bureau_id: found.bureau_id,
        remark: found.remark.clone(),
    }
}

fn liveness(found: &LivenessFinding) -> LivenessInspection {
    LivenessInspection {
        number: found.number.clone(),
        home_url: found.home_url.clone(),
        inspected: found.inspected.to_utc(),
        bureau_id: found.bureau_id,
        remark: found.remark.clone(),
    }
}

/** Which members of the object model the add-in has used, and which it wanted that are not there. */
export class MemberRecord {
  private readonly usedMembers = new Set<string>();
  private readonly missingMembers = new Set<string>();

  note(member: string, found: boolean): void {
    if (found) {
      this.usedMembers.add(member);
      return;
    }
    if (!this.missingMembers.has(member)) console.error(`workbench: NotImplemented ${member}`);
    this.missingMembers.add(member);
  }

  used(): readonly string[] {
    return [...this.usedMembers].sort();
  }

  missing(): readonly string[] {
    return [...this.missingMembers].sort();
  }
}

/** Which members of the object model the add-in has used, and which it wanted that are not there. */
export class MemberRecord {
  private readonly usedMembers = new Set<string>();
  private readonly missingMembers = new Set<string>();

  constructor(private readonly onMissing: (member: string) => void) {}

  note(member: string, found: boolean): void {
    if (found) {
      this.usedMembers.add(member);
      return;
    }
    if (this.missingMembers.has(member)) return;
    this.missingMembers.add(member);
    console.error(`workbench: NotImplemented ${member}`);
    this.onMissing(member);
  }

  used(): readonly string[] {
    return [...this.usedMembers].sort();
  }

  missing(): readonly string[] {
    return [...this.missingMembers].sort();
  }
}

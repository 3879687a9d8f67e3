// Types of install.mjs, which is plain Node since it runs before anything is installed.
export declare const ROOT: string;
export declare function requireNode(): void;
export declare function installPackages(root?: string): boolean;
export declare function commandOf(packageName: string, command?: string, root?: string): string;
